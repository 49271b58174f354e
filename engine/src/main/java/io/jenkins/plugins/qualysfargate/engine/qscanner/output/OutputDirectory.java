package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Evidence;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import io.jenkins.plugins.qualysfargate.engine.sarif.ImageClaims;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifEvidence;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifReader;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads one output directory of QScanner: report and inventory together, or nothing. */
public final class OutputDirectory {
    private final ReadLimits limits;

    public OutputDirectory(ReadLimits limits) {
        this.limits = limits;
    }

    /** Every way of not being one complete scan of the expected image is {@link Evidence.Incomplete} with a reason. */
    public Evidence read(Path directory, Expectation expected) {
        try {
            OutputFiles files = OutputFiles.find(directory);
            Inventory inventory = InventoryReader.read(files.inventory(), limits);
            String missing = RequestedScans.missing(expected.scanTypes(), inventory.performed())
                    .orElse(null);
            if (missing != null) {
                throw incomplete(directory, missing);
            }
            SarifReport report = new SarifReader(limits).read(files.report());
            ImageCheck.check(directory, report.claims(), inventory, expected);
            checkPackages(directory, report, inventory, expected.scanTypes());
            return new Evidence.Complete(scanReport(report, inventory, expected), remarks(report, inventory, expected));
        } catch (UnreadableReportException unreadable) {
            return unreadable.toEvidence();
        }
    }

    /** Zero vulnerabilities count only if packages were looked at: the scanner could have found none to look at. */
    private static void checkPackages(Path directory, SarifReport report, Inventory inventory, Set<ScanType> requested)
            throws UnreadableReportException {
        boolean packagesAsked =
                requested.contains(ScanType.PKG) || requested.contains(ScanType.OS) || requested.contains(ScanType.SCA);
        if (packagesAsked
                && report.findings().count() == 0
                && inventory.packages().isEmpty()) {
            throw incomplete(
                    directory, "no vulnerability was found, but the inventory lists no package that was looked at");
        }
    }

    private static UnreadableReportException incomplete(Path directory, String problem) {
        return new UnreadableReportException(
                IndeterminateCause.INCOMPLETE_SCAN,
                "The scan in " + directory + " is not complete: " + problem + ".",
                "Scan again with the scan types that are asked for, or ask for fewer (--scan-types) if you mean it.");
    }

    private static List<String> remarks(SarifReport report, Inventory inventory, Expectation expected) {
        List<String> remarks = new ArrayList<>(SarifEvidence.remarks(report));
        remarks.addAll(RequestedScans.remarks(expected.scanTypes(), inventory.performed()));
        return remarks;
    }

    private static ScanReport scanReport(SarifReport report, Inventory inventory, Expectation expected) {
        ImageClaims claims = report.claims();
        Digest digest = expected.digest() != null
                ? expected.digest()
                : claims.digest()
                        .orElseGet(() ->
                                inventory.repoDigests().stream().findFirst().orElse(null));
        ScannedImage image = new ScannedImage(
                Stream.concat(claims.names().stream(), inventory.names().stream())
                        .findFirst()
                        .orElse(null),
                digest,
                Stream.concat(claims.imageIds().stream(), inventory.imageIds().stream())
                        .findFirst()
                        .orElse(null),
                inventory.platform() != null ? inventory.platform() : expected.platform());
        return new ScanReport(
                image,
                report.tool(),
                inventory.scannerVersion().isEmpty() ? report.toolVersion() : inventory.scannerVersion(),
                RequestedScans.completed(inventory.performed()),
                report.findings(),
                inventory.secrets(),
                inventory.malware(),
                inventory.packages(),
                inventory.endedAt());
    }
}
