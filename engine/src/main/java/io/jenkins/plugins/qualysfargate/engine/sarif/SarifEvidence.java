package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a SARIF file that stands alone is evidence; without an inventory it says nothing about secrets. */
public final class SarifEvidence {
    private SarifEvidence() {}

    /** Reads the file; every way of not being a complete report of the expected image is {@link Evidence.Incomplete}. */
    public static Evidence read(Path file, Expectation expected, ReadLimits limits) {
        try {
            SarifReport report = new SarifReader(limits).read(file);
            Optional<Evidence> problem = problem(file, report, expected);
            return problem.orElseGet(() -> new Evidence.Complete(scanReport(report), remarks(report)));
        } catch (UnreadableReportException unreadable) {
            return unreadable.toEvidence();
        }
    }

    /** The remarks that belong to the SARIF part of a scan, alone or with an inventory. */
    public static List<String> remarks(SarifReport report) {
        List<String> remarks = new ArrayList<>();
        if (report.left() > 0) {
            remarks.add(
                    report.left() + " results are not counted: the report itself marks them as passed, not applicable"
                            + " or no longer there.");
        }
        return remarks;
    }

    private static Optional<Evidence> problem(Path file, SarifReport report, Expectation expected) {
        ImageClaims claims = report.claims();
        if (!claims.contradictions().isEmpty()) {
            return wrongImage(file + ": " + claims.contradictions().get(0) + ".", "Judge one image at a time.");
        }
        if (expected.digest() != null && !claims.identifies()) {
            return wrongImage(
                    file + " does not say which image it is about, so it cannot be told whether it is "
                            + expected.digest() + ".",
                    "Use a scanner or an option that writes the image digest into the report.");
        }
        if (expected.digest() != null && !claims.covers(expected)) {
            return wrongImage(
                    file + " is about another image (" + stated(claims) + "), expected is " + expected.digest() + ".",
                    "Scan the image that was built, into an empty directory, and judge that report.");
        }
        return stale(file, report.endedAt(), expected);
    }

    private static Optional<Evidence> stale(Path file, @Nullable Instant ended, Expectation expected) {
        Instant limit = expected.notBefore();
        if (limit == null || (ended != null && !ended.isBefore(limit))) {
            return Optional.empty();
        }
        return Optional.of(Evidence.incomplete(
                IndeterminateCause.STALE_REPORT,
                ended == null
                        ? file + " does not say when the scan ended, so its age is not known."
                        : file + " is of a scan that ended at " + ended + ", expected is " + limit + " or later.",
                "Scan the image again."));
    }

    private static Optional<Evidence> wrongImage(String message, String howToFix) {
        return Optional.of(Evidence.incomplete(IndeterminateCause.WRONG_IMAGE, message, howToFix));
    }

    private static String stated(ImageClaims claims) {
        return claims.digest().map(Object::toString).orElseGet(() -> String.valueOf(claims.imageIds()));
    }

    private static ScanReport scanReport(SarifReport report) {
        ImageClaims claims = report.claims();
        return new ScanReport(
                new ScannedImage(
                        claims.names().stream().findFirst().orElse(null),
                        claims.digest().orElse(null),
                        claims.imageIds().stream().findFirst().orElse(null),
                        null),
                report.tool(),
                report.toolVersion(),
                Set.of(),
                report.findings(),
                List.of(),
                List.of(),
                List.of(),
                report.endedAt());
    }
}
