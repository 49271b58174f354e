package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A judgement with what is needed to judge again.
 *
 * @param first the first bad judgement on the way to it; null if there was none
 * @param changesAt when it changes by itself if nothing is heard; null if it does not
 * @param settled true if nothing can change it any more
 * @param scanned how many targets the run scanned that made it good; null if it is not good, or nobody counted
 */
record Judged(
        Judgement now,
        @Nullable Judgement first,
        @Nullable Instant changesAt,
        boolean settled,
        @Nullable Long scanned) {}
