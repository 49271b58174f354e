package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.AffectedPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.Findings;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Example scans; each wither changes one thing. */
public record Scans(
        String id,
        @Nullable String name,
        Digest digest,
        Platform platform,
        Verdict verdict,
        List<Finding> findings,
        Instant scannedAt,
        Instant judgedAt) {

    public static final Instant NOON = Instant.parse("2026-01-22T12:00:00Z");
    public static final Set<ScanType> TYPES = Set.of(ScanType.OS, ScanType.SCA);

    /** A clean scan of payments-api that passes. */
    public static Scans passing(String id) {
        return new Scans(
                id,
                "registry.example/payments-api:1.4.2",
                digest('a'),
                Platform.LINUX_AMD64,
                new Verdict.Pass(),
                List.of(),
                NOON,
                NOON);
    }

    public static Scans failing(String id) {
        return passing(id)
                .verdict(new Verdict.Fail(
                        List.of(new Violation(
                                "limits.critical", "QID 1 zlib1g", Severity.CRITICAL, "1 critical", "update zlib1g")),
                        0))
                .findings(finding("1", "zlib1g"));
    }

    public static Scans broken(String id) {
        return passing(id)
                .verdict(
                        new Verdict.Indeterminate(IndeterminateCause.NO_REPORT, "no report was written", "scan again"));
    }

    public static Digest digest(char digit) {
        return new Digest("sha256:" + String.valueOf(digit).repeat(64));
    }

    public static Finding finding(String id, String packageName) {
        return new Finding(
                id,
                Severity.CRITICAL,
                "Überlauf in " + packageName,
                List.of("CVE-2026-" + id),
                95.0,
                9.8,
                List.of(new AffectedPackage(packageName, "1.2.11", "1.2.13", "usr/lib/" + packageName, null)),
                false,
                false);
    }

    public static Finding[] findings(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> finding(String.format(Locale.ROOT, "%06d", i), "libpackage" + i % 900))
                .toArray(Finding[]::new);
    }

    public Scans named(@Nullable String other) {
        return new Scans(id, other, digest, platform, verdict, findings, scannedAt, judgedAt);
    }

    public Scans of(Digest other) {
        return new Scans(id, name, other, platform, verdict, findings, scannedAt, judgedAt);
    }

    public Scans on(Platform other) {
        return new Scans(id, name, digest, other, verdict, findings, scannedAt, judgedAt);
    }

    public Scans verdict(Verdict other) {
        return new Scans(id, name, digest, platform, other, findings, scannedAt, judgedAt);
    }

    public Scans findings(Finding... others) {
        return new Scans(id, name, digest, platform, verdict, List.of(others), scannedAt, judgedAt);
    }

    /** Scanned and judged then. */
    public Scans at(Instant time) {
        return new Scans(id, name, digest, platform, verdict, findings, time, time);
    }

    /** Judged again then, from the cache. */
    public Scans judgedAgain(Instant time) {
        return new Scans(id, name, digest, platform, verdict, findings, scannedAt, time);
    }

    public ScanReport report() {
        return new ScanReport(
                new ScannedImage(name, digest, null, platform),
                "QScanner",
                "4.8.0-2",
                TYPES,
                Findings.of(findings),
                List.of(),
                List.of(),
                List.of(new InstalledPackage("zlib1g", "1:1.2.11.dfsg"), new InstalledPackage("libc6", "2.31")),
                scannedAt);
    }

    public ScanRecord make() {
        ScanReport report = verdict instanceof Verdict.Indeterminate ? null : report();
        Judgement judgement = report == null
                ? Judgement.indeterminate((Verdict.Indeterminate) verdict)
                : new Judgement(verdict, SeverityCounts.of(report.findings()), 0, List.of(), List.of(), null);
        return new ScanRecord(
                new ScanId(id),
                new JudgedImage(name, digest, platform, report, judgement, judgedAt, "a scan"),
                "default",
                "f00d",
                "4.8.0-2",
                TYPES,
                null,
                scannedAt);
    }
}
