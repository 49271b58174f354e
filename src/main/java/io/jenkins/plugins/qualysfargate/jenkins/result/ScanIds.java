package io.jenkins.plugins.qualysfargate.jenkins.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where in the history the images of a scan are, so that a later build can be compared with them. */
public final class ScanIds {
    private static final String FILE = "scan-ids.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScanIds() {}

    /** Writes the file into the scan's directory. */
    public static void write(GateRun run, Path directory) throws IOException {
        ArrayNode images = JSON.createArrayNode();
        for (JudgedImage image : run.outcome().images()) {
            ScanId id = run.scanIdOf(image);
            if (id != null && image.name() != null) {
                ObjectNode entry = images.addObject();
                entry.put("image", nameOf(image.name()));
                entry.put("platform", String.valueOf(image.platform()));
                entry.put("scan", id.value());
            }
        }
        Files.writeString(directory.resolve(FILE), JSON.writeValueAsString(images));
    }

    /** The scan of an image, whatever its tag and digest were; empty if there is none or it cannot be read. */
    public static Optional<ScanId> find(Path directory, String image, Platform platform) {
        try {
            for (JsonNode entry : JSON.readTree(Files.readString(directory.resolve(FILE)))) {
                if (entry.path("image").asText().equals(nameOf(image))
                        && entry.path("platform").asText().equals(String.valueOf(platform))) {
                    return Optional.of(new ScanId(entry.path("scan").asText()));
                }
            }
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            return Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String nameOf(String image) {
        return ImageReference.parse(image).name();
    }
}
