package io.jenkins.plugins.qualysfargate.jenkins.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What all scans of one build say together. A number that one of them does not know is null, because it is not zero.
 *
 * @param number of the build
 * @param verdict the worst one
 * @param evidenceAt when the oldest scan or judgement was made, in milliseconds since the epoch
 * @param counts findings by severity
 * @param introduced findings that the baseline did not have
 * @param fixed findings of the baseline that are gone
 */
public record ScannedBuild(
        int number,
        VerdictKind verdict,
        long evidenceAt,
        @CheckForNull SeverityCounts counts,
        @CheckForNull Long introduced,
        @CheckForNull Long fixed) {

    /** Empty for a build in which nothing was scanned. */
    public static Optional<ScannedBuild> of(Run<?, ?> run) {
        return RunScans.existing(run)
                .filter(scans -> !scans.getScans().isEmpty())
                .map(scans -> of(run.getNumber(), scans));
    }

    private static ScannedBuild of(int number, RunScans scans) {
        List<RecordedScan> all = scans.getScans();
        return new ScannedBuild(
                number,
                scans.verdict(),
                all.stream().mapToLong(RecordedScan::getEvidenceAt).min().orElse(0),
                counts(all),
                sum(all, RecordedScan::getIntroduced),
                sum(all, RecordedScan::getFixed));
    }

    @CheckForNull
    private static SeverityCounts counts(List<RecordedScan> scans) {
        Map<Severity, Long> sum = new EnumMap<>(Severity.class);
        for (RecordedScan scan : scans) {
            if (scan.counts().isEmpty()) {
                return null;
            }
            scan.counts().forEach((severity, count) -> sum.merge(severity, count, Long::sum));
        }
        return new SeverityCounts(sum);
    }

    @CheckForNull
    private static Long sum(List<RecordedScan> scans, Function<RecordedScan, Long> number) {
        long sum = 0;
        for (RecordedScan scan : scans) {
            Long known = number.apply(scan);
            if (known == null) {
                return null;
            }
            sum += known;
        }
        return sum;
    }

    /** All findings; null if they are not known. */
    @CheckForNull
    public Long outstanding() {
        return counts == null ? null : (Long) counts.total();
    }
}
