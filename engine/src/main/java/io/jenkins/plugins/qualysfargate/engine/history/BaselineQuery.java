package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * With which earlier scan to compare. Unless a digest or a scan is named outright, that is the newest complete scan of
 * the same image name and platform that is neither the scan itself nor one of the same digest.
 *
 * @param imageName the image as the user names it; tag and digest in it do not matter
 * @param platform null if any platform will do
 * @param self the scan that is compared, if it is recorded already; null if it is not
 * @param digest digest of the image that is compared; null if it has none
 * @param before only scans of before then; null for any
 * @param choice which of the earlier scans
 */
public record BaselineQuery(
        String imageName,
        @Nullable Platform platform,
        @Nullable ScanId self,
        @Nullable Digest digest,
        @Nullable Instant before,
        Choice choice) {

    /** Which earlier scan is meant. */
    public sealed interface Choice {
        /** The newest one of the image name. */
        record Previous() implements Choice {}

        /** The newest one of the image name under one tag, for example the one that runs in production. */
        record OfTag(String tag) implements Choice {}

        /** The newest one of one digest of the image name, even if it is the digest that is compared. */
        record OfDigest(Digest digest) implements Choice {}

        /** Exactly this scan, whatever it is of; none if it is not complete. */
        record OfScan(ScanId id) implements Choice {}
    }

    /** Against the newest earlier scan of the name, for an image that is about to be judged. */
    public static BaselineQuery previous(String imageName, @Nullable Platform platform, @Nullable Digest digest) {
        return new BaselineQuery(imageName, platform, null, digest, null, new Choice.Previous());
    }

    /** The same question with another choice. */
    public BaselineQuery choosing(Choice other) {
        return new BaselineQuery(imageName, platform, self, digest, before, other);
    }

    /** The same question for a scan that stands in the history: what was there before it. */
    public BaselineQuery asOf(ScanId recorded, Instant scannedAt) {
        return new BaselineQuery(imageName, platform, recorded, digest, scannedAt, choice);
    }
}
