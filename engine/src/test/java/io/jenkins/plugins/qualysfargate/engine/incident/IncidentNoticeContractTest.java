package io.jenkins.plugins.qualysfargate.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages about incidents follow contracts/incident-notice.schema.json. */
class IncidentNoticeContractTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path SAMPLE = Path.of("../contracts/samples/incident/opened.json");

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../contracts/incident-notice.schema.json")));
    }

    private static OutboxMessage sample() {
        return new Notices().broken("PT0S", Failures.zoneDown(), Notices.ofTheRunbook());
    }

    @Test
    void shouldWriteTheSample() throws IOException {
        assertThat(JSON.readTree(sample().body())).isEqualTo(JSON.readTree(Files.readString(SAMPLE)));
    }

    @Test
    void shouldReadTheSample() throws IOException {
        assertThat(IncidentNotice.read(Files.readString(SAMPLE))).isEqualTo(Notices.read(sample()));
    }

    @Test
    void shouldFollowTheSchemaWhateverIsTold() throws IOException {
        Notices story = new Notices();
        List<OutboxMessage> messages = List.of(
                story.failing("PT0S", Notices.ofTheRunbook()),
                story.failing("PT30M", Notices.ofTheRunbook()),
                story.acknowledged("PT31M", new By("kim", "looking")),
                story.resolved("PT40M"),
                Notices.opened(Notices.many(200, "\u4e2d<\"")),
                sample());

        for (OutboxMessage each : messages) {
            assertThat(schema().validate(JSON.readTree(each.body())))
                    .as(each.body())
                    .isEmpty();
        }
    }

    @Test
    void shouldRefuseAnotherVersion() throws IOException {
        String other = Files.readString(SAMPLE).replaceFirst("\"version\"\\s*:\\s*1", "\"version\":2");

        assertThatThrownBy(() -> IncidentNotice.read(other)).hasMessageContaining("version 2");
    }
}
