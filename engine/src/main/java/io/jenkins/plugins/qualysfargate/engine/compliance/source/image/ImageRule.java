package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.time.Duration;
import java.util.List;

/**
 * When the scan of an image will do.
 *
 * @param maxAge of a complete scan
 * @param verdicts true if an image must also pass its policy, false if it is enough that it was scanned
 * @param exempt patterns of registry and repository of which no scan is owed
 */
public record ImageRule(Duration maxAge, boolean verdicts, List<Glob> exempt) {
    /** Thirty days as a sweep has it; verdicts count; nothing is left out. */
    public static final ImageRule DEFAULT = new ImageRule(Duration.ofDays(30), true, List.of());

    /** @throws IllegalArgumentException if no scan could be young enough */
    public ImageRule {
        exempt = List.copyOf(exempt);
        if (maxAge.isNegative() || maxAge.isZero()) {
            throw new IllegalArgumentException("a scan may be older than " + maxAge + ": give a positive age");
        }
    }
}
