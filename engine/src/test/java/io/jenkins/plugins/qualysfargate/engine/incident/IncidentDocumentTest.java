package io.jenkins.plugins.qualysfargate.engine.incident;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentDocumentTest {

    private static Failure hostile(int number) {
        String text = "\u4e2d\"\\\u202e\0<!--".repeat(4000) + number;
        Care care = new Care(text, text, Urgency.ERROR, "prod", text, Duration.ofDays(1));
        return new Failure(
                number + text, text, "tenable", number + text, text, NOON, text, text, text, care, NOON, Set.of(text));
    }

    private static Step hostileStep() {
        Failure[] many = IntStream.range(0, Incident.MOST_MEMBERS)
                .mapToObj(IncidentDocumentTest::hostile)
                .toArray(Failure[]::new);
        return new Incidents(Failures.POLICY, Failures.ESCALATIONS).step(List.of(), Failures.failing(many), NOON);
    }

    @Test
    void shouldStayWithinItsLimitWhateverTheNamesAre() {
        Incident incident = hostileStep().changed().get(0);
        String document = IncidentDocument.write(incident);

        assertThat(document.getBytes(StandardCharsets.UTF_8).length).isLessThan(180_000);
        Incident read = IncidentDocument.read(document);
        assertThat(read.members())
                .extracting(Member::key)
                .isEqualTo(incident.members().stream().map(Member::key).toList());
        assertThat(read.members()).extracting(Member::told).doesNotContainNull();
    }

    @Test
    void shouldKeepMessagesWithinWhatTheirChannelsTake() {
        hostileStep().messages().forEach(each -> {
            assertThat(each.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(240_000);
            IncidentNotice notice = IncidentNotice.read(each.body());
            assertThat(notice.failing().size() + notice.unlisted()).isEqualTo(Incident.MOST_MEMBERS);
            assertThat(notice.failing())
                    .allMatch(line ->
                            !line.name().contains("\u202e") && line.name().length() <= 120);
            assertThat(each.subject()).hasSizeLessThan(100);
        });
    }

    @Test
    void shouldReadWhatItWrote() {
        Incident incident = new Incidents(Failures.POLICY, Failures.ESCALATIONS)
                .step(List.of(), Failures.failing(Failures.failure("one")), NOON)
                .changed()
                .get(0);

        assertThat(IncidentDocument.read(IncidentDocument.write(incident))).isEqualTo(incident);
    }

    @Test
    void shouldRefuseWhatIsNoIncident() {
        assertThatThrownBy(() -> IncidentDocument.read("{}")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IncidentNotice.read("{\"version\":2}")).isInstanceOf(IllegalArgumentException.class);
    }
}
