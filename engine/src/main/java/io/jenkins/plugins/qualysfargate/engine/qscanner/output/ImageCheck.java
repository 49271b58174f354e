package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.sarif.ImageClaims;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Makes sure that report and inventory are of one image, that it is the expected one, and that they are not old. */
final class ImageCheck {
    /** The scanner's machine and ours may disagree about the time by this much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private static final String SCAN_AGAIN = "Scan the image that was built, into a fresh directory.";

    private ImageCheck() {}

    static void check(Path directory, ImageClaims claims, Inventory inventory, Expectation expected)
            throws UnreadableReportException {
        if (!claims.contradictions().isEmpty()) {
            throw wrong("The report in " + directory + " contradicts itself: "
                    + claims.contradictions().get(0) + ".");
        }
        checkOneImage(directory, claims, inventory);
        checkExpected(directory, claims, inventory, expected);
        checkPlatform(directory, inventory, expected);
        checkAge(directory, inventory, expected);
    }

    private static void checkOneImage(Path directory, ImageClaims claims, Inventory inventory)
            throws UnreadableReportException {
        Set<Digest> reported = new HashSet<>(claims.digests());
        reported.addAll(claims.repoDigests());
        boolean idsKnown = !claims.imageIds().isEmpty() && !inventory.imageIds().isEmpty();
        boolean differ = idsKnown
                ? Collections.disjoint(claims.imageIds(), inventory.imageIds())
                : !reported.isEmpty()
                        && !inventory.repoDigests().isEmpty()
                        && Collections.disjoint(reported, inventory.repoDigests());
        if (differ) {
            throw wrong("The report and the inventory in " + directory + " are of different images.");
        }
    }

    private static void checkExpected(Path directory, ImageClaims claims, Inventory inventory, Expectation expected)
            throws UnreadableReportException {
        Digest asked = expected.digest();
        if (asked == null) {
            return;
        }
        boolean inventoryCovers = inventory.repoDigests().contains(asked)
                || inventory.imageIds().contains(asked)
                || (expected.imageId() != null && inventory.imageIds().contains(expected.imageId()));
        boolean idsAgree = !Collections.disjoint(claims.imageIds(), inventory.imageIds());
        // A report that names another manifest is still this image if both parts share the image id.
        boolean covered = claims.covers(expected) || (inventoryCovers && (idsAgree || !claims.identifies()));
        if (!covered) {
            throw wrong("The scan in " + directory + " is not of " + asked + " but of "
                    + (claims.identifies()
                            ? claims.digest().map(Digest::value).orElse("another image")
                            : "an image that it does not name")
                    + ".");
        }
    }

    private static void checkPlatform(Path directory, Inventory inventory, Expectation expected)
            throws UnreadableReportException {
        Platform asked = expected.platform();
        Platform scanned = inventory.platform();
        if (asked == null || scanned == null) {
            return;
        }
        boolean same = Objects.equals(asked.os(), scanned.os())
                && Objects.equals(asked.architecture(), scanned.architecture());
        if (!same) {
            throw wrong("The scan in " + directory + " is of " + scanned + ", expected is " + asked + ".");
        }
    }

    private static void checkAge(Path directory, Inventory inventory, Expectation expected)
            throws UnreadableReportException {
        Instant limit = expected.notBefore();
        Instant ended = inventory.endedAt();
        if (limit == null || (ended != null && !ended.plus(CLOCK_SKEW).isBefore(limit))) {
            return;
        }
        throw new UnreadableReportException(
                IndeterminateCause.STALE_REPORT,
                ended == null
                        ? "The inventory in " + directory
                                + " does not say when the scan ended, so its age is not known."
                        : "The scan in " + directory + " ended at " + ended + ", expected is " + limit + " or later.",
                SCAN_AGAIN);
    }

    private static UnreadableReportException wrong(String message) {
        return new UnreadableReportException(IndeterminateCause.WRONG_IMAGE, message, SCAN_AGAIN);
    }
}
