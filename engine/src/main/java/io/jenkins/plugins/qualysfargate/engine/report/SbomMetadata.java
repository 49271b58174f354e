package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/** What a bill of materials says of itself: when and by what it was made, of which image, and what it lacks. */
final class SbomMetadata {
    private final JsonOut json;

    SbomMetadata(JsonOut json) {
        this.json = json;
    }

    void write(GateOutcome outcome, List<SbomImage> images) throws IOException {
        json.startObject("metadata");
        json.textIfKnown(
                "timestamp",
                outcome.images().stream()
                        .map(JudgedImage::judgedAt)
                        .max(Comparable::compareTo)
                        .orElse(null));
        tools(outcome);
        if (images.size() == 1) {
            json.startObject("component");
            images.get(0).container(json);
            json.endObject();
        }
        SbomProperties properties = new SbomProperties(json);
        properties.start().put("verdict", outcome.verdict()).put("reason", outcome.reason());
        long silent = images.stream().filter(image -> !image.reported()).count();
        if (silent > 0 || images.isEmpty()) {
            properties.put(
                    SbomProperties.INCOMPLETE,
                    images.isEmpty()
                            ? "No image was given, so nothing is listed."
                            : Numbers.of(silent, "image") + " of " + images.size()
                                    + " without a complete report: nothing is listed for them.");
        }
        properties.end();
        json.endObject();
    }

    private void tools(GateOutcome outcome) throws IOException {
        TreeMap<String, ScanReport> scanners = new TreeMap<>();
        outcome.images().stream()
                .map(JudgedImage::report)
                .filter(Objects::nonNull)
                .forEach(report -> scanners.put(report.scanner() + "\n" + report.scannerVersion(), report));
        json.startObject("tools").startArray("components");
        json.startObject().text("type", "application").text("name", "qualys-fargate");
        json.endObject();
        for (ScanReport report : scanners.values()) {
            json.startObject().text("type", "application").text("name", SbomProperties.scanner(report));
            json.textIfKnown("version", report.scannerVersion().isEmpty() ? null : report.scannerVersion());
            json.endObject();
        }
        json.endArray().endObject();
    }
}
