package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Doubts complete runs that scanned nothing, or far less than usual. */
final class ReachJudge {
    private static final String SCANNERS =
            "See whether every scanner of its zone works: nothing scanned mostly means that" + " none did.";

    private final Evidence evidence;

    ReachJudge(Evidence evidence) {
        this.evidence = evidence;
    }

    /** Why a complete and imported run is no success; null if it is one. */
    @Nullable
    Judgement doubt(Run run, Instant end) {
        Long total = run.reach().total();
        Long scanned = run.reach().scanned();
        if (total == null || scanned == null) {
            return new Judgement(
                    OccurrenceState.UNKNOWN,
                    end,
                    "It completed, but its source does not say how many targets it scanned.",
                    "See whether the account may read the details of results.",
                    run.id());
        }
        if (total <= 0 || scanned <= 0) {
            return suspect(run, end, "It completed with " + scanned + " of " + total + " targets scanned.");
        }
        OptionalLong median = evidence.usual().median();
        if (median.isPresent()) {
            long usual = median.getAsLong();
            if (scanned < Math.ceil(evidence.thresholds().minCoverage() * usual)) {
                return suspect(
                        run, end, "It completed with " + scanned + " targets scanned; usually it scans " + usual + ".");
            }
        }
        return null;
    }

    private static Judgement suspect(Run run, Instant end, String reason) {
        return new Judgement(OccurrenceState.EMPTY_SUSPECT, end, reason, SCANNERS, run.id());
    }
}
