package io.jenkins.plugins.qualysfargate.engine.alert;

import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.Locale;

/** What about a scan may be worth an alert. */
public enum AlertReason {
    /** A critical finding, or one whose severity nobody knows: that may be one. */
    CRITICAL,
    HIGH,
    MEDIUM,
    SECRETS,
    MALWARE,
    /** The policy says no, for whatever reason. */
    FAILED,
    /** Nobody knows: a scan that broke is worth as much attention as one that found something. */
    INDETERMINATE;

    /** The lower-case word for options. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holdsFor(ScanRecord scan) {
        return switch (this) {
            case CRITICAL -> has(scan, Severity.CRITICAL) || has(scan, Severity.UNKNOWN);
            case HIGH -> has(scan, Severity.HIGH);
            case MEDIUM -> has(scan, Severity.MEDIUM);
            case SECRETS -> secrets(scan) > 0;
            case MALWARE -> malware(scan);
            case FAILED -> scan.image().verdict().kind() == VerdictKind.FAIL;
            case INDETERMINATE -> scan.image().verdict().kind() == VerdictKind.INDETERMINATE;
        };
    }

    private static boolean has(ScanRecord scan, Severity severity) {
        SeverityCounts counts = scan.image().judgement().counts();
        return counts != null && counts.of(severity) > 0;
    }

    private static int secrets(ScanRecord scan) {
        Integer secrets = scan.image().judgement().secrets();
        return secrets == null ? 0 : secrets;
    }

    private static boolean malware(ScanRecord scan) {
        ScanReport report = scan.image().report();
        return report != null && !report.malware().isEmpty();
    }
}
