package io.jenkins.plugins.qualysfargate.jenkins.trend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hudson.util.AtomicFileWriter;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuild;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The index of a job as a small file beside its configuration; it can always be made anew out of the builds. */
final class TrendFile {
    static final String NAME = "qualys-fargate-trend.json";

    private static final int SCHEMA_VERSION = 1;
    /** In bytes; fifty builds have less than a tenth of it. */
    private static final long LARGEST = 1 << 18;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param job the job's directory */
    TrendFile(Path job) {
        this.file = job.resolve(NAME);
    }

    /** @throws IOException if it is not there, or is anything but an index that was written here */
    TrendIndex read() throws IOException {
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new IOException("Could not read the trend in " + file + ": it has " + size + " bytes, at most "
                    + LARGEST + " are read. It is made anew out of the builds.");
        }
        try {
            return parse(JSON.readTree(Files.readString(file)));
        } catch (IllegalArgumentException damaged) {
            throw new IOException(
                    "Could not read the trend in " + file + ": " + damaged.getMessage()
                            + " It is made anew out of the builds.",
                    damaged);
        }
    }

    void write(TrendIndex index) throws IOException {
        ObjectNode root = JSON.createObjectNode().put("schemaVersion", SCHEMA_VERSION);
        var builds = root.putArray("builds");
        for (ScannedBuild build : index.builds()) {
            write(build, builds.addObject());
        }
        try (AtomicFileWriter out = new AtomicFileWriter(file, StandardCharsets.UTF_8)) {
            out.write(root.toString());
            out.commit();
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    private static void write(ScannedBuild build, ObjectNode json) {
        json.put("number", build.number())
                .put("verdict", build.verdict().name())
                .put("evidenceAt", build.evidenceAt());
        SeverityCounts known = build.counts();
        if (known != null) {
            ObjectNode counts = json.putObject("counts");
            for (Severity severity : Severity.values()) {
                counts.put(severity.word(), known.of(severity));
            }
        }
        if (build.introduced() != null) {
            json.put("introduced", build.introduced());
        }
        if (build.fixed() != null) {
            json.put("fixed", build.fixed());
        }
    }

    private static TrendIndex parse(JsonNode root) {
        if (root.path("schemaVersion").asInt() != SCHEMA_VERSION
                || !root.path("builds").isArray()) {
            throw new IllegalArgumentException("It is of another version, or no index.");
        }
        List<ScannedBuild> builds = new ArrayList<>();
        for (JsonNode build : root.path("builds")) {
            builds.add(new ScannedBuild(
                    Math.toIntExact(count(build.path("number"))),
                    VerdictKind.valueOf(build.path("verdict").asText()),
                    count(build.path("evidenceAt")),
                    build.has("counts") ? counts(build.path("counts")) : null,
                    build.has("introduced") ? count(build.path("introduced")) : null,
                    build.has("fixed") ? count(build.path("fixed")) : null));
        }
        return new TrendIndex(builds);
    }

    private static SeverityCounts counts(JsonNode json) {
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            counts.put(severity, count(json.path(severity.word())));
        }
        return new SeverityCounts(counts);
    }

    private static Long count(JsonNode json) {
        if (!json.isIntegralNumber() || !json.canConvertToLong() || json.asLong() < 0) {
            throw new IllegalArgumentException("A number in it is missing or wrong.");
        }
        return json.asLong();
    }
}
