package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The three ways in which SARIF readers look for a severity; all three always say the same. */
final class SarifSeverity {
    private SarifSeverity() {}

    /** A severity that is not known is an error, because nobody may take it for harmless. */
    static String level(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH, UNKNOWN -> "error";
            case MEDIUM -> "warning";
            case LOW, INFORMATIONAL -> "note";
        };
    }

    /** The Qualys scale, which QScanner's own reports use; 0 is outside of it and so unknown. */
    static long qualys(Severity severity) {
        return severity == Severity.UNKNOWN ? 0 : 5 - severity.ordinal();
    }

    /**
     * The text of GitHub's {@code security-severity}: the CVSS score where it lies in the band of the severity that is
     * gated on, else the middle of that band; null if nothing is known.
     */
    static @Nullable String score(Severity severity, @Nullable Double cvss) {
        if (cvss != null && severity != Severity.UNKNOWN && Severity.ofCvss(cvss) == severity) {
            return String.format(Locale.ROOT, "%.1f", cvss);
        }
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case INFORMATIONAL -> "0.1";
            case UNKNOWN -> null;
        };
    }
}
