package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a scan under the names that readers of the original scanner's stores know.
 *
 * @param counts null if the scan gave no answer: a missing number is not a zero
 */
record ResultNumbers(
        @Nullable SeverityCounts counts,
        @Nullable Integer secrets,
        @Nullable Integer malware) {
    /** The image was looked at completely, and there is an answer. */
    static final String COMPLETE = "complete";

    /** There is no answer. */
    static final String INCOMPLETE = "incomplete";

    /** @param value null if it is not known */
    record Named(String name, @Nullable Long value) {}

    static ResultNumbers of(ScanRecord scan) {
        Judgement judgement = scan.image().judgement();
        ScanReport report = scan.image().report();
        return scan.complete() && report != null
                ? new ResultNumbers(
                        judgement.counts(),
                        judgement.secrets(),
                        report.malware().size())
                : new ResultNumbers(null, null, null);
    }

    boolean known() {
        return counts != null;
    }

    List<Named> documented() {
        return List.of(
                new Named("vulnerabilityCount", counts == null ? null : (Long) counts.total()),
                new Named("secretCount", secrets == null ? null : (Long) secrets.longValue()),
                new Named("criticalCount", count(Severity.CRITICAL)),
                new Named("highCount", count(Severity.HIGH)),
                new Named("mediumCount", count(Severity.MEDIUM)),
                new Named("lowCount", count(Severity.LOW)));
    }

    List<Named> added() {
        return List.of(
                new Named("informationalCount", count(Severity.INFORMATIONAL)),
                new Named("unknownCount", count(Severity.UNKNOWN)),
                new Named("malwareCount", malware == null ? null : (Long) malware.longValue()));
    }

    private @Nullable Long count(Severity severity) {
        return counts == null ? null : (Long) counts.of(severity);
    }

    static String status(ScanRecord scan) {
        return scan.complete() ? COMPLETE : INCOMPLETE;
    }

    static String scannedAt(ScanRecord scan) {
        return scan.scannedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
