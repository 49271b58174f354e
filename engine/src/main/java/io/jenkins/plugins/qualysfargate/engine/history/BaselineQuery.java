package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

        /** The newest one of one digest, whatever its name, and even if it is the digest that is compared. */
        record OfDigest(Digest digest) implements Choice {}

        /** Exactly this scan, whatever it is of; none if it is not complete. */
        record OfScan(ScanId id) implements Choice {}

        /** Maps the four cases; a caller that forgets one does not compile. */
        default <T> T fold(
                Function<? super Previous, ? extends T> previous,
                Function<? super OfTag, ? extends T> ofTag,
                Function<? super OfDigest, ? extends T> ofDigest,
                Function<? super OfScan, ? extends T> ofScan) {
            if (this instanceof Previous it) {
                return previous.apply(it);
            }
            if (this instanceof OfTag it) {
                return ofTag.apply(it);
            }
            return this instanceof OfDigest it ? ofDigest.apply(it) : ofScan.apply((OfScan) this);
        }
    }

    /** Against the newest earlier scan of the name, for an image that is about to be judged. */
    public static BaselineQuery previous(String imageName, @Nullable Platform platform, @Nullable Digest digest) {
        return new BaselineQuery(imageName, platform, null, digest, null, new Choice.Previous());
    }

    /** The answer: the chosen scan as what is compared with. */
    public Baseline answer(ScanRecord chosen, Map<FindingIdentity, Instant> firstSeen) {
        ScanReport report = chosen.image().report();
        if (report == null) {
            throw new IllegalArgumentException("scan " + chosen.id() + " has no report, so nothing compares with it");
        }
        Set<FindingIdentity> present = new HashSet<>();
        report.findings().forEach(finding -> present.addAll(FindingIdentity.of(finding)));
        return new Baseline(label(chosen), present, Set.copyOf(report.packages()), firstSeen);
    }

    private String label(ScanRecord chosen) {
        String what = choice.fold(it -> "previous scan of ", it -> "scan of ", it -> "scan of ", it -> "scan of ");
        return what + BoundedText.cut(chosen.image().displayName(), ImageName.LONGEST) + " on "
                + LocalDate.ofInstant(chosen.scannedAt(), ZoneOffset.UTC);
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
