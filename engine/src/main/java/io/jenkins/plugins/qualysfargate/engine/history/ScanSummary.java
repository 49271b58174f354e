package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history, read without its report. Texts are cut to {@value #LONGEST_TEXT} characters.
 *
 * @param name the image as it was named; null if nobody named it
 * @param counts null if there is no complete report
 * @param secrets null if there is no complete report
 * @param complete see {@link ScanRecord#complete()}
 */
public record ScanSummary(
        ScanId id,
        @Nullable String name,
        @Nullable Digest digest,
        @Nullable Platform platform,
        VerdictKind verdict,
        String reason,
        @Nullable SeverityCounts counts,
        @Nullable Integer secrets,
        String policyName,
        String source,
        boolean complete,
        Instant scannedAt,
        Instant judgedAt) {

    /** As long as an image reference may be, and long enough for a sentence. */
    static final int LONGEST_TEXT = 512;

    /** The line that a record leaves in the list. */
    public static ScanSummary of(ScanRecord scan) {
        JudgedImage image = scan.image();
        return new ScanSummary(
                scan.id(),
                image.name() == null ? null : BoundedText.cut(image.name(), LONGEST_TEXT),
                image.digest(),
                image.platform(),
                image.verdict().kind(),
                BoundedText.cut(image.verdict().reason(), LONGEST_TEXT),
                image.judgement().counts(),
                image.judgement().secrets(),
                BoundedText.cut(scan.policyName(), LONGEST_TEXT),
                BoundedText.cut(image.source(), LONGEST_TEXT),
                scan.complete(),
                scan.scannedAt(),
                image.judgedAt());
    }
}
