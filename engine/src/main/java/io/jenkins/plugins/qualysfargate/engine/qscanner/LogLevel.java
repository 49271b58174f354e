package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.Locale;

/** How much QScanner writes. */
public enum LogLevel {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    /** The scanner's word, for example {@code info}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
