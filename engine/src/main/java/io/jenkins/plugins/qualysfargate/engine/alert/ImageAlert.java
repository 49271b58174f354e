package io.jenkins.plugins.qualysfargate.engine.alert;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The alert about one scan: the subject and body that subscribers of the original scanner know, and what they could not
 * know. Numbers that nobody knows are null and never zero.
 */
public final class ImageAlert {
    /** Of the body; grows when a key is renamed or goes, not when one is added. */
    static final int SCHEMA_VERSION = 1;

    private static final int LONGEST_SUBJECT = 100;
    private static final int LONGEST_REASON = 2000;
    private static final String UNTAGGED = "untagged";

    private final ScanRecord scan;
    private final @Nullable ImageReference reference;

    private ImageAlert(ScanRecord scan) {
        this.scan = scan;
        this.reference = reference(scan.image().name());
    }

    /**
     * The message to send; the same scan always gives the same one.
     *
     * @param channel that shall carry it
     */
    public static OutboxMessage of(ScanRecord scan, String channel) {
        return new ImageAlert(scan).message(channel);
    }

    private static @Nullable ImageReference reference(@Nullable String name) {
        try {
            return name == null ? null : ImageReference.parse(name);
        } catch (IllegalArgumentException notAReference) {
            return null;
        }
    }

    private OutboxMessage message(String channel) {
        return new OutboxMessage(
                "image-alert:" + scan.id(),
                channel,
                subject(),
                body().toString(),
                attributes(),
                scan.image().judgedAt());
    }

    // SNS takes printable ASCII and no line break: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
    private String subject() {
        String subject = ("Security Alert: " + repository() + ":" + tag()).replaceAll("[^\\x20-\\x7e]", "?");
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    private String repository() {
        return reference == null ? scan.image().displayName() : reference.repository();
    }

    private String tag() {
        return reference == null || reference.tag() == null ? UNTAGGED : reference.tag();
    }

    private ObjectNode body() {
        JudgedImage image = scan.image();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("alertType", subject());
        body.put("repository", repository());
        body.put("imageDigest", image.digest() == null ? null : image.digest().value());
        body.put("imageTag", tag());
        body.put("scannedAt", scan.scannedAt().toString());
        body.set("summary", summary());
        body.put("status", status());
        body.put("verdict", verdict());
        body.put("reason", cut(image.verdict().reason()));
        body.put("platform", image.platform() == null ? null : image.platform().toString());
        body.put("registry", reference == null ? null : reference.registry());
        Optional<EcrRegistry> ecr = Optional.ofNullable(reference).flatMap(it -> EcrRegistry.of(it.registry()));
        body.put("accountId", ecr.map(EcrRegistry::account).orElse(null));
        body.put("region", ecr.map(EcrRegistry::region).orElse(null));
        body.put("scanId", scan.id().value());
        body.put("schemaVersion", SCHEMA_VERSION);
        return body;
    }

    private ObjectNode summary() {
        SeverityCounts counts = scan.image().judgement().counts();
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        summary.put("vulnerabilities", counts == null ? null : (Long) counts.total());
        summary.put("critical", counts == null ? null : (Long) counts.of(Severity.CRITICAL));
        summary.put("high", counts == null ? null : (Long) counts.of(Severity.HIGH));
        ScanReport report = scan.image().report();
        summary.put(
                "secrets",
                looked(report, ScanType.SECRET) ? scan.image().judgement().secrets() : null);
        summary.put(
                "malware",
                report != null && looked(report, ScanType.MALWARE)
                        ? (Integer) report.malware().size()
                        : null);
        summary.put("unknown", counts == null ? null : (Long) counts.of(Severity.UNKNOWN));
        return summary;
    }

    private static boolean looked(@Nullable ScanReport report, ScanType type) {
        return report != null && report.scanTypes().contains(type);
    }

    private String status() {
        return scan.complete() ? "complete" : "incomplete";
    }

    private String verdict() {
        return scan.image().verdict().kind().name().toLowerCase(Locale.ROOT);
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("status", status());
        attributes.put("verdict", verdict());
        attributes.put("severity", severity());
        attributes.put("repository", repository().replaceAll("[^\\x20-\\x7e]", "?"));
        return attributes;
    }

    /** The worst severity there is; {@code unknown} where nobody knows, {@code none} where there is nothing. */
    private String severity() {
        SeverityCounts counts = scan.image().judgement().counts();
        if (counts == null) {
            return Severity.UNKNOWN.word();
        }
        return Stream.of(Severity.values())
                .filter(each -> counts.of(each) > 0)
                .findFirst()
                .map(Severity::word)
                .orElse("none");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_REASON ? text : text.substring(0, LONGEST_REASON - 1) + "…";
    }
}
