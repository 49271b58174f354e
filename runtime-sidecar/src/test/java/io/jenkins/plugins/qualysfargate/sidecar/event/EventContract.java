package io.jenkins.plugins.qualysfargate.sidecar.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines that must be events by the contract. */
public final class EventContract {
    private static final JsonSchema SCHEMA = schema();
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventContract() {}

    /** One event, valid. */
    public static JsonNode read(String line) {
        assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
        // CloudWatch Logs takes no longer ones.
        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(256 << 10);
        try {
            JsonNode event = JSON.readTree(line);
            assertThat(SCHEMA.validate(event)).as(line).isEmpty();
            return event;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Events as they were written one after the other, all of them valid. */
    public static List<JsonNode> readAll(String lines) {
        return lines.lines().map(each -> read(each + "\n")).toList();
    }

    private static JsonSchema schema() {
        try (InputStream in = Files.newInputStream(Path.of("..", "contracts", "runtime-event.schema.json"))) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
