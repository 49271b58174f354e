package io.jenkins.plugins.qualysfargate.engine.metrics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One line of JSON about one judged image, for log searches. */
public final class ScanLine {
    private static final int LONGEST_REASON = 4000;

    private ScanLine() {}

    /** @param id null if the scan is in no history */
    public static String of(JudgedImage image, @Nullable ScanId id) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("timestamp", image.judgedAt().toString());
        line.put("event", "scan");
        line.put("level", level(image));
        line.put("image", image.name());
        line.put("imageDigest", image.digest() == null ? null : image.digest().value());
        line.put("platform", image.platform() == null ? null : image.platform().toString());
        line.put("verdict", image.verdict().kind().name().toLowerCase(Locale.ROOT));
        String reason = image.verdict().reason();
        line.put("reason", reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason);
        SeverityCounts counts = image.judgement().counts();
        if (counts != null) {
            for (Severity severity : Severity.values()) {
                line.put(severity.word(), counts.of(severity));
            }
            line.put("secrets", image.judgement().secrets());
        }
        line.put("scanId", id == null ? null : id.value());
        return line.toString();
    }

    private static String level(JudgedImage image) {
        return switch (image.verdict().kind()) {
            case PASS -> "INFO";
            case FAIL -> "WARN";
            case INDETERMINATE -> "ERROR";
        };
    }
}
