package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events about changed coverage, and issues in words. */
class CoverageEventsTest {
    private static final Instant UPDATED = Instant.parse("2026-01-22T12:00:00Z");

    private static final String EVENT = """
            {"version":"0","id":"1","source":"aws.guardduty","account":"123456789012","region":"eu-central-1",
            "detail-type":"GuardDuty Runtime Protection Unhealthy","time":"2026-01-22T12:00:01Z","resources":[],
            "detail":{"schemaVersion":"1.0","resourceAccountId":"123456789012","currentStatus":"UNHEALTHY",
            "previousStatus":"HEALTHY","resourceDetails":{"resourceType":"ECS","ecsClusterDetails":{"clusterName":"prod",
            "fargateDetails":{"issues":["Agent exited: ExitCode 1"],"managementType":"AUTO_MANAGED"},
            "containerInstanceDetails":{"coveredContainerInstances":0,"compatibleContainerInstances":0}}},
            "issue":"","lastUpdatedAt":"2026-01-22T12:00:00Z"}}""";

    private static CoverageEvent read(String event) throws UnreadableValueException {
        return CoverageEvents.read(event).orElseThrow();
    }

    @Test
    void shouldSayWhichClusterChanged() throws UnreadableValueException {
        CoverageEvent event = read(EVENT);

        assertThat(event.subjectId()).isEqualTo("123456789012/eu-central-1/prod");
        assertThat(event.condition().level()).isEqualTo(Level.UNHEALTHY);
        assertThat(event.previousStatus()).isEqualTo("HEALTHY");
        assertThat(event.issues()).containsExactly("Agent exited: ExitCode 1");
        assertThat(event.lastUpdatedAt()).isEqualTo(UPDATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1769083200", "1769083200.0", "1769083200000", "\"2026-01-22T12:00:00Z\""})
    void shouldReadTheTimeInAnyForm(String time) throws UnreadableValueException {
        assertThat(read(EVENT.replace("\"2026-01-22T12:00:00Z\"}}", time + "}}"))
                        .lastUpdatedAt())
                .isEqualTo(UPDATED);
    }

    @Test
    void shouldDropWhatIsOlderThanWhatIsStored() throws UnreadableValueException {
        CoverageEvent event = read(EVENT);

        assertThat(event.newerThan(null)).isTrue();
        assertThat(event.newerThan(UPDATED.minusSeconds(1))).isTrue();
        assertThat(event.newerThan(UPDATED)).as("doubled").isFalse();
        assertThat(event.newerThan(UPDATED.plusSeconds(1))).as("overtaken").isFalse();
        assertThat(read(EVENT.replace("\"2026-01-22T12:00:00Z\"}}", "null}}")).newerThan(UPDATED))
                .as("undated")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"source\":\"aws.ecr\"}"})
    void shouldLeaveOtherEventsAlone(String body) throws UnreadableValueException {
        assertThat(CoverageEvents.read(body)).isEmpty();
        assertThat(CoverageEvents.read(EVENT.replace("\"ECS\"", "\"EKS\""))).isEmpty();
    }

    @Test
    void shouldNotGuessTheClusterNorAWord() throws UnreadableValueException {
        assertThatThrownBy(() -> read(EVENT.replace("\"prod\"", "\"\"")))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("clusterName");
        assertThatThrownBy(() -> read(EVENT.replace("\"region\":\"eu-central-1\",", "")))
                .isInstanceOf(UnreadableValueException.class);
        assertThatThrownBy(() -> read(EVENT.replace("\"2026-01-22T12:00:00Z\"}}", "\"yesterday\"}}")))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageContaining("lastUpdatedAt");
        assertThat(read(EVENT.replace("\"UNHEALTHY\"", "\"BETTER\""))
                        .condition()
                        .level())
                .isEqualTo(Level.UNCLEAR);
    }

    @ParameterizedTest
    @CsvSource({
        "Agent not reporting: for tasks in TaskDefinition 'a:1', NOT_REPORTING",
        "agent not reporting: VPC_ISSUE for task in TaskDefinition 'a:1', VPC",
        "Agent exited: ExitCode 137, AGENT_EXITED",
        "Agent exited: CannotPullContainerError: pull image manifest has been retried 5 times, CANNOT_PULL",
        "Agent not provisioned, NOT_PROVISIONED",
        "Others: unidentified issue, NOT_PROVISIONED",
        "The moon is full, UNKNOWN"
    })
    void shouldKnowTheIssuesOfTheGuide(String text, CoverageIssue issue) {
        assertThat(CoverageIssue.of(text)).isEqualTo(issue);
        assertThat(issue.remedy()).isNotBlank();
    }
}
