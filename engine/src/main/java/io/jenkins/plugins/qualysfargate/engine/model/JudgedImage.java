package io.jenkins.plugins.qualysfargate.engine.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One image (one platform of it) with its judgement: what history keeps and reports show.
 *
 * @param name the image as the user named it, or as the report does; null if neither does
 * @param report null if there is no complete report; then the verdict is indeterminate
 * @param source where the report came from, for people: a file, a directory, a scan, the cache
 */
public record JudgedImage(
        @Nullable String name,
        @Nullable Digest digest,
        @Nullable Platform platform,
        @Nullable ScanReport report,
        Judgement judgement,
        Instant judgedAt,
        String source) {

    public JudgedImage {
        if (report == null && judgement.verdict().kind() != VerdictKind.INDETERMINATE) {
            throw new IllegalArgumentException("without a report the verdict is indeterminate");
        }
    }

    /** The same image, judged otherwise. */
    public JudgedImage judged(Judgement other) {
        return new JudgedImage(name, digest, platform, report, other, judgedAt, source);
    }

    public Verdict verdict() {
        return judgement.verdict();
    }

    /** What people call it: the name, else the digest, else where it came from. */
    public String displayName() {
        String shown = name != null ? name : digest != null ? digest.value() : source;
        return platform == null ? shown : shown + " (" + platform + ")";
    }
}
