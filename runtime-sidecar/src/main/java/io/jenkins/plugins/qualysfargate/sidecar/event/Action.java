package io.jenkins.plugins.qualysfargate.sidecar.event;

import java.util.Locale;

/** What shall be done about an event; the words of the contract. */
public enum Action {
    LOG,
    ALERT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
