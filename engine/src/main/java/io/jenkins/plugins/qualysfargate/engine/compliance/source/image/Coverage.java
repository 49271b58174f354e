package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageStanding;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many of the images that should be scanned are.
 *
 * @param byRepository an image stands once, in its own
 * @param byCluster an image stands in each cluster that it runs in, and one that does not run in none
 */
public record Coverage(Figures all, SortedMap<String, Figures> byRepository, SortedMap<String, Figures> byCluster) {
    public Coverage {
        byRepository = Collections.unmodifiableSortedMap(new TreeMap<>(byRepository));
        byCluster = Collections.unmodifiableSortedMap(new TreeMap<>(byCluster));
    }

    /** Counts; images that are left out by a pattern are not expected. */
    public static Coverage of(Collection<ImageCase> cases) {
        Figures all = Figures.NONE;
        SortedMap<String, Figures> byRepository = new TreeMap<>();
        SortedMap<String, Figures> byCluster = new TreeMap<>();
        for (ImageCase each : cases) {
            if (each.condition().level() == Level.NOT_APPLICABLE) {
                continue;
            }
            Figures one = Figures.of(each.standing());
            all = all.plus(one);
            byRepository.merge(each.use().repository(), one, Figures::plus);
            each.use().clusters().forEach(cluster -> byCluster.merge(cluster, one, Figures::plus));
        }
        return new Coverage(all, byRepository, byCluster);
    }

    /**
     * Numbers of images; the last four together are the first.
     *
     * @param scanned by a complete scan that is young enough, whatever its verdict
     * @param stale by a complete scan that is too old
     * @param failed by a scan that gave no complete or no credible answer
     * @param never not at all, or nobody knows which image it is
     */
    public record Figures(long expected, long scanned, long stale, long failed, long never) {
        static final Figures NONE = new Figures(0, 0, 0, 0, 0);

        static Figures of(@Nullable ImageStanding standing) {
            if (standing == null) {
                return new Figures(1, 0, 0, 0, 1);
            }
            return switch (standing.state()) {
                case CURRENT -> new Figures(1, 1, 0, 0, 0);
                case STALE -> new Figures(1, 0, 1, 0, 0);
                case SUSPECT, INDETERMINATE -> new Figures(1, 0, 0, 1, 0);
                case RECENT, NEVER_SCANNED -> new Figures(1, 0, 0, 0, 1);
            };
        }

        Figures plus(Figures other) {
            return new Figures(
                    expected + other.expected,
                    scanned + other.scanned,
                    stale + other.stale,
                    failed + other.failed,
                    never + other.never);
        }

        /** The scanned share of the expected ones, 0 to 100; null if none is expected. */
        public @Nullable Double percent() {
            return expected == 0 ? null : 100.0 * scanned / expected;
        }
    }
}
