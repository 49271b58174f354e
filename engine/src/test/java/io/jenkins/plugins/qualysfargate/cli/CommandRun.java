package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** What one command gave, run in this process with captured streams. */
record CommandRun(int status, String out, String err) {
    static final Path SAMPLES = Path.of("../contracts/samples");

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Runs a command whose state lives below {@code home}. */
    static CommandRun of(Path home, String... arguments) {
        return of(home, Map.of(), arguments);
    }

    static CommandRun of(Path home, Map<String, String> variables, String... arguments) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("QUALYS_FARGATE_HOME", home.resolve("home").toString());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                100);
        int status = Main.run(new Session(terminal, environment, Clock.systemUTC()), arguments);
        terminal.out().flush();
        return new CommandRun(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** The one JSON object that was printed, and nothing beside it. */
    JsonNode json() throws IOException {
        JsonNode object = JSON.readTree(out);
        assertThat(object.isObject()).as(out).isTrue();
        return object;
    }

    /** The same, if it keeps to the contract. */
    JsonNode verdict() throws IOException {
        return json("verdict.schema.json");
    }

    /** The JSON object, if it keeps to this contract. */
    JsonNode json(String schema) throws IOException {
        JsonNode object = json();
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(Path.of("../contracts", schema)))
                        .validate(object))
                .extracting(ValidationMessage::getMessage)
                .isEmpty();
        return object;
    }
}
