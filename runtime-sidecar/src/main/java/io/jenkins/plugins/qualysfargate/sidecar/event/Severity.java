package io.jenkins.plugins.qualysfargate.sidecar.event;

import java.util.Locale;

/** How bad an event is; the words of the contract. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
