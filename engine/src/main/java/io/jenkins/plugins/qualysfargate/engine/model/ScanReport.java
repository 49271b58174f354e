package io.jenkins.plugins.qualysfargate.engine.model;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A complete, well-formed scan result of one image: the only thing that a policy ever judges.
 *
 * @param scanner name of the tool, for example {@code QScanner}
 * @param scannerVersion empty where the report names none
 * @param scanTypes what was looked for and finished; empty where the report is not accompanied by an inventory
 * @param secrets none unless {@link ScanType#SECRET} is among the scan types
 * @param packages every package that was looked at; empty where there is no inventory
 * @param scannedAt when the scan ended, by the scanner's clock; null where the report does not say
 */
public record ScanReport(
        ScannedImage image,
        String scanner,
        String scannerVersion,
        Set<ScanType> scanTypes,
        Findings findings,
        List<Secret> secrets,
        List<Malware> malware,
        List<InstalledPackage> packages,
        @Nullable Instant scannedAt) {

    public ScanReport {
        scanTypes = Set.copyOf(scanTypes);
        secrets = List.copyOf(secrets);
        malware = List.copyOf(malware);
        packages = List.copyOf(packages);
    }

    /** The same report for an image that is known better than the report knows it. */
    public ScanReport of(ScannedImage known) {
        return new ScanReport(
                known, scanner, scannerVersion, scanTypes, findings, secrets, malware, packages, scannedAt);
    }
}
