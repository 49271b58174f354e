package io.jenkins.plugins.qualysfargate.engine.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.time.Instant;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a registry keeps beside an image about its last scan: a few numbers, for people and for admission controllers. */
public final class StatusDocument {
    /** By this type readers find it among other documents about the same image. */
    public static final String MEDIA_TYPE = "application/vnd.qualys-fargate.scan-status.v1+json";

    private static final String PREFIX = "io.jenkins.plugins.qualysfargate.";
    // OCI image specification 1.1, annotations.md.
    private static final String CREATED = "org.opencontainers.image.created";
    private static final int LONGEST_REASON = 2000;

    private StatusDocument() {}

    /** @param scanId where the whole scan is found; null if it is in no history */
    public static String json(JudgedImage image, @Nullable String scanId) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("schemaVersion", 1);
        document.put("verdict", verdict(image));
        document.put("reason", SafeText.line(image.verdict().reason(), LONGEST_REASON));
        document.put(
                "imageDigest", image.digest() == null ? null : image.digest().value());
        document.put(
                "platform", image.platform() == null ? null : image.platform().toString());
        document.put("judgedAt", image.judgedAt().toString());
        ScanReport report = image.report();
        Instant scannedAt = report == null ? null : report.scannedAt();
        document.put("scannedAt", scannedAt == null ? null : scannedAt.toString());
        document.put("scanner", report == null ? null : report.scanner());
        document.put("scannerVersion", report == null ? null : report.scannerVersion());
        SeverityCounts counts = image.judgement().counts();
        if (counts == null) {
            document.putNull("counts");
        } else {
            ObjectNode numbers = document.putObject("counts");
            for (Severity severity : Severity.values()) {
                numbers.put(severity.word(), counts.of(severity));
            }
        }
        document.put("secrets", image.judgement().secrets());
        document.put("scanId", scanId);
        return document.toString();
    }

    /** What registries show of it without fetching it; a number that nobody knows is left out. */
    public static SortedMap<String, String> annotations(JudgedImage image) {
        SortedMap<String, String> annotations = new TreeMap<>();
        annotations.put(CREATED, image.judgedAt().toString());
        annotations.put(PREFIX + "verdict", verdict(image));
        SeverityCounts counts = image.judgement().counts();
        if (counts != null) {
            annotations.put(PREFIX + "vulnerabilities", String.valueOf(counts.total()));
            annotations.put(PREFIX + "critical", String.valueOf(counts.of(Severity.CRITICAL)));
        }
        return annotations;
    }

    private static String verdict(JudgedImage image) {
        return image.verdict().kind().name().toLowerCase(Locale.ROOT);
    }
}
