package io.jenkins.plugins.qualysfargate.engine.incident;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.ESCALATIONS;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.NOON;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.POLICY;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.PROD;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failing;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IncidentsTest {
    private final Play play = new Play();

    private static Instant after(String duration) {
        return NOON.plus(Duration.parse(duration));
    }

    @Test
    void shouldPageOnceForAllThatFailsTogether() {
        play.step(NOON, failing(failure("one"), failure("two")));

        assertThat(play.sent()).containsExactly("pager OPENED PAGE", "issue OPENED PAGE");
        assertThat(play.to("pager").title()).isEqualTo("SCANS FAILED - failed nessus scans require investigation");
        assertThat(play.to("pager").failedScans()).containsExactly("one", "two");
        assertThat(play.only().state()).isEqualTo(IncidentState.OPEN);
        assertThat(play.only().key())
                .isEqualTo("jenkins:ci.example.com:scan-compliance:escalation=prod,urgency=error,source=tenable:"
                        + NOON.toEpochMilli());
    }

    @Test
    void shouldSayNothingAgainWhenNothingChanges() {
        play.step(NOON, failing(failure("one")));

        assertThat(play.step(after("PT1M"), failing(failure("one")))).isEmpty();
        assertThat(play.last().changed()).isEmpty();
        assertThat(play.last().notes()).isEmpty();
        assertThat(play.last().nextChangeAt()).isEqualTo(after("PT30M"));
    }

    @Test
    void shouldGiveTheSameMessagesWhenAStepIsRepeatedBecauseItsSaveFailed() {
        Incidents incidents = new Incidents(POLICY, ESCALATIONS);
        Situation situation = failing(failure("one"));

        assertThat(incidents.step(List.of(), situation, NOON)).isEqualTo(incidents.step(List.of(), situation, NOON));
    }

    @Test
    void shouldPageWhenTheSetGrowsAndNotWhenItShrinks() {
        play.step(NOON, failing(failure("one"), failure("two")));

        play.step(after("PT1M"), failing(failure("one")));
        assertThat(play.sent()).containsExactly("pager UPDATED NOTE", "issue UPDATED NOTE");
        assertThat(play.to("issue").removed()).containsExactly("two");

        play.step(after("PT2M"), failing(failure("one"), failure("three")));
        assertThat(play.sent()).containsExactly("pager GREW PAGE", "issue GREW PAGE");
        assertThat(play.to("issue").added()).containsExactly("three");
        assertThat(play.to("issue").ticked()).extracting(Ticked::name).containsExactly("two");
    }

    @Test
    void shouldPageWhenWhatMightHaveGoneWellHasFinallyFailed() {
        play.step(NOON, failing(failure("one", "LATE")));

        play.step(after("PT1M"), failing(failure("one", "MISSED")));
        assertThat(play.sent()).containsExactly("pager WORSENED PAGE", "issue WORSENED PAGE");

        play.step(after("PT2M"), failing(failure("one", "RECOVERING")));
        play.step(after("PT3M"), failing(failure("one", "MISSED")));
        assertThat(play.sent()).containsExactly("pager UPDATED NOTE", "issue UPDATED NOTE");
    }

    @Test
    void shouldTakeAnUnknownWordForABadOne() {
        play.step(NOON, failing(failure("one", "LATE")));

        play.step(after("PT1M"), failing(failure("one", "NEVER_HEARD_OF")));
        assertThat(play.sent()).containsExactly("pager WORSENED PAGE", "issue WORSENED PAGE");
    }

    @Test
    void shouldResolveEverywhereWhenNothingHasFailedForLongEnough() {
        play.step(NOON, failing(failure("one")));
        play.step(after("PT1M"), failing());
        assertThat(play.only().state()).isEqualTo(IncidentState.QUIET);
        assertThat(play.last().nextChangeAt()).isEqualTo(after("PT11M"));

        play.step(after("PT11M"), failing());
        assertThat(play.sent()).containsExactly("pager RESOLVED END", "issue RESOLVED END");
        assertThat(play.open()).isEmpty();
        assertThat(play.step(after("PT12M"), failing())).isEmpty();
    }

    @Test
    void shouldOpenAnotherIncidentWithAnotherKeyWhenItFailsAgainAfterThat() {
        play.step(NOON, failing(failure("one")));
        String first = play.only().key();
        play.step(after("PT1M"), failing());
        play.step(after("PT11M"), failing());

        play.step(after("PT12M"), failing(failure("one")));
        assertThat(play.only().key()).isNotEqualTo(first);
        assertThat(play.sent()).containsExactly("pager OPENED PAGE", "issue OPENED PAGE");
    }

    @Test
    void shouldEscalateAtAbsoluteMomentsAndLeaveTheFirstOnesAlone() {
        play.step(NOON, failing(failure("one")));

        play.step(after("PT30M"), failing(failure("one")));
        assertThat(play.sent()).containsExactly("pager ESCALATED PAGE", "issue ESCALATED NOTE");
        assertThat(play.to("pager").urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(play.to("issue").urgency()).isEqualTo(Urgency.ERROR);
        assertThat(play.only().state()).isEqualTo(IncidentState.ESCALATED);

        play.step(after("PT2H"), failing(failure("one")));
        assertThat(play.sent())
                .containsExactly(
                        "pager ESCALATED NOTE", "issue ESCALATED NOTE", "second ESCALATED PAGE", "mail ESCALATED PAGE");
    }

    @Test
    void shouldTellOnceOfAllThatBecameDueDuringAnOutage() {
        play.step(NOON, failing(failure("one")));

        play.step(after("P4D"), failing(failure("one"), failure("two")));
        assertThat(play.sent())
                .containsExactly("pager GREW PAGE", "issue GREW PAGE", "second GREW PAGE", "mail GREW PAGE");
        assertThat(play.step(after("P4DT1M"), failing(failure("one"), failure("two"))))
                .isEmpty();
    }

    @Test
    void shouldTellAgainWhenNobodyActs() {
        Play once = new Play(POLICY, new Escalations(Map.of(), Escalation.once("prod", List.of("mail"))));
        once.step(NOON, failing(failure("one")));

        assertThat(once.step(after("PT23H59M"), failing(failure("one")))).isEmpty();
        once.step(after("PT24H"), failing(failure("one")));
        assertThat(once.sent()).containsExactly("mail REMINDER PAGE");
    }

    @Test
    void shouldRepeatTheLastTierAsOftenAsTheEscalationSays() {
        Escalation often = new Escalation("prod", PROD.tiers(), null, null, Duration.ofHours(3));
        Play repeating = new Play(POLICY, new Escalations(Map.of("prod", often), often));
        repeating.step(NOON, failing(failure("one")));
        repeating.step(after("PT2H"), failing(failure("one")));

        repeating.step(after("PT5H"), failing(failure("one")));
        assertThat(repeating.sent()).hasSize(4).allMatch(each -> each.endsWith("REMINDER PAGE"));
    }

    @Test
    void shouldUseTheFallbackAndSayItWhenNoEscalationHasTheName() {
        Care care = new Care("squad-a", null, Urgency.ERROR, "pord", null, null);
        play.step(NOON, failing(failure("one", "MISSED", care, null)));

        assertThat(play.sent()).containsExactly("pager OPENED PAGE", "issue OPENED PAGE");
        assertThat(play.to("pager").said()).isEqualTo("no escalation is called 'pord', so 'prod' is used");
    }

    @Test
    void shouldBecomeMoreUrgentAsTheComplianceClockRunsOut() {
        Care weekly = new Care("squad-a", null, Urgency.INFO, "prod", null, Duration.ofDays(8));
        Failure failing = failure("one", "MISSED", weekly, NOON.minus(Duration.ofDays(2)));
        play.step(NOON, failing(failing));
        assertThat(play.to("pager").urgency()).isEqualTo(Urgency.INFO);

        assertThat(play.last().nextChangeAt()).isEqualTo(after("PT30M"));
        play.step(after("P2D"), failing(failing));
        assertThat(play.to("issue").urgency()).isEqualTo(Urgency.WARNING);
        assertThat(play.to("issue").failing().get(0).daysSinceSuccess()).isEqualTo(4);
        assertThat(play.to("issue").failing().get(0).breachAt()).isEqualTo(after("P6D"));

        play.step(after("P6D"), failing(failing));
        assertThat(play.to("issue").urgency()).isEqualTo(Urgency.CRITICAL);
        assertThat(play.open()).hasSize(1);
    }

    @Test
    void shouldPutMoreThanOneIncidentCanHoldIntoFurtherOnes() {
        Failure[] many = IntStream.range(0, 450)
                .mapToObj(each -> failure("scan-" + each))
                .toArray(Failure[]::new);

        play.step(NOON, failing(many));
        assertThat(play.open()).extracting(Incident::part).containsExactly(1, 2, 3);
        assertThat(play.open().stream().mapToInt(each -> each.members().size()).sum())
                .isEqualTo(450);
        assertThat(play.open()).extracting(Incident::key).doesNotHaveDuplicates();
        assertThat(play.step(after("PT1M"), failing(many))).isEmpty();
    }

    @Test
    void shouldMoveWhatBelongsElsewhereSinceItsConfigurationChanged() {
        play.step(NOON, failing(failure("one")));
        Care warning = new Care("squad-a", null, Urgency.WARNING, "prod", null, null);

        play.step(after("PT1M"), failing(failure("one", "MISSED", warning, null)));
        assertThat(play.open()).hasSize(2);
        assertThat(play.open().get(0).ticked()).extracting(Ticked::how).containsExactly(Ticked.How.MOVED);
    }

    @Test
    void shouldNotWaitForAClockThatWasAheadByAYear() {
        Instant wrong = NOON.plus(Duration.ofDays(365));
        play.step(wrong, failing(failure("one")));
        play.step(NOON, failing(failure("one")));
        play.step(after("PT30M"), failing(failure("one")));
        assertThat(play.sent()).contains("pager ESCALATED PAGE");
    }

    @Test
    void shouldGiveMessagesIdsAndAttributesThatReceiversCanGoBy() {
        Step step = new Incidents(POLICY, ESCALATIONS).step(List.of(), failing(failure("one")), NOON);

        OutboxMessage message = step.messages().get(0);
        assertThat(message.id()).matches("incident:i[0-9a-f]{24}:1:pager");
        assertThat(message.attributes())
                .containsEntry("event_id", message.id())
                .containsEntry("signal", "page")
                .containsEntry("urgency", "error");
        assertThat(message.subject()).isEqualTo("SCANS FAILED - failed nessus scans require investigation");
        assertThat(message.createdAt()).isEqualTo(NOON);
    }

    @Test
    void shouldNoteEveryChange() {
        play.step(NOON, failing(failure("one")));
        assertThat(play.last().notes()).extracting(each -> each.action()).containsExactly("open");
        play.step(after("PT30M"), failing(failure("one")));
        assertThat(play.last().notes()).extracting(each -> each.action()).containsExactly("escalate");
        play.step(after("PT31M"), failing());
        assertThat(play.last().notes()).extracting(each -> each.action()).containsExactly("update");
        play.step(after("PT41M"), failing());
        assertThat(play.last().notes()).extracting(each -> each.action()).containsExactly("resolve");
    }
}
