package io.jenkins.plugins.qualysfargate.benchmark;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** Writes a report in QScanner's shape with any number of results, five to a rule, always the same for the same number. */
final class GeneratedReport {
    private static final String[] PACKAGES = {
        "libssl3", "openssl", "curl", "libxml2", "glibc", "perl-base", "imagemagick", "jackson-databind", "spring-web", "axios"
    };
    private static final int[] SEVERITIES = {5, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 1};
    private static final String IMAGE_ID = "ab".repeat(32);

    private final Random random = new Random(20260122);
    private final JsonGenerator json;

    private GeneratedReport(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the report unless the file is there already. */
    static Path write(Path directory, int results) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve(results + "-Report.sarif.json");
        if (Files.exists(file)) {
            return file;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
                JsonGenerator json = new JsonFactory().createGenerator(out)) {
            new GeneratedReport(json).write(results);
        }
        return file;
    }

    private void write(int results) throws IOException {
        int rules = Math.max(1, results / 5);
        json.writeStartObject();
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        json.writeStartObject();
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "QScanner");
        json.writeStringField("version", "4.8.0-2");
        json.writeArrayFieldStart("rules");
        for (int i = 0; i < rules; i++) {
            rule(i);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
        json.writeArrayFieldStart("results");
        for (int i = 0; i < results; i++) {
            result(i, i % rules);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("properties");
        json.writeStringField("imageID", IMAGE_ID);
        json.writeStringField("imageDigest", "sha256:" + "cd".repeat(32));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private void rule(int index) throws IOException {
        int severity = SEVERITIES[random.nextInt(SEVERITIES.length)];
        json.writeStartObject();
        json.writeStringField("id", String.valueOf(200_000 + index));
        json.writeObjectFieldStart("shortDescription");
        json.writeStringField("text", "Security update for " + PACKAGES[index % PACKAGES.length] + " (" + index + ")");
        json.writeEndObject();
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", severity >= 4 ? "error" : "warning");
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeNumberField("severity", severity);
        json.writeNumberField("customerSeverity", severity);
        json.writeArrayFieldStart("cve-ids");
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            json.writeString("CVE-" + (2015 + random.nextInt(11)) + "-" + (1000 + random.nextInt(48_999)));
        }
        json.writeEndArray();
        json.writeStringField("qds", String.valueOf(5 + random.nextInt(90)));
        json.writeEndObject();
        json.writeEndObject();
    }

    private void result(int index, int rule) throws IOException {
        String name = PACKAGES[rule % PACKAGES.length];
        String version = rule % 10 + "." + rule % 31 + "." + index % 17;
        json.writeStartObject();
        json.writeStringField("ruleId", String.valueOf(200_000 + rule));
        json.writeStringField("level", "error");
        json.writeObjectFieldStart("message");
        json.writeStringField("text", "Security update for " + name + " (" + rule + ")");
        json.writeEndObject();
        location(name, version, index);
        json.writeObjectFieldStart("properties");
        json.writeNumberField("QID", 200_000 + rule);
        json.writeArrayFieldStart("vulnerableSoftware");
        json.writeStartObject();
        json.writeStringField("name", name);
        json.writeStringField("installedVersion", version);
        json.writeStringField("fixedVersion", index % 3 == 0 ? "" : version + ".1");
        json.writeStringField("layerSHA", "sha256:" + "ef".repeat(32));
        json.writeEndObject();
        json.writeEndArray();
        json.writeStringField("category", "SCA");
        json.writeStringField("typeDetected", "CONFIRMED");
        json.writeEndObject();
        json.writeEndObject();
    }

    private void location(String name, String version, int index) throws IOException {
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", "/opt/app" + index % 300 + "/lib/" + name + "-" + version + "-" + index + ".jar");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
    }
}
