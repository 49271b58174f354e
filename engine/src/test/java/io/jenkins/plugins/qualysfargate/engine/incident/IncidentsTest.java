package io.jenkins.plugins.qualysfargate.engine.incident;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.ESCALATIONS;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.NOON;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.POLICY;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.PROD;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failing;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
                        "pager ESCALATED NOTE",
                        "issue ESCALATED NOTE",
                        "second ESCALATED PAGE",
                        "mail ESCALATED PAGE");
    }

    @Test
    void shouldTellOnceOfAllThatBecameDueDuringAnOutage() {
        play.step(NOON, failing(failure("one")));

        play.step(after("P4D"), failing(failure("one"), failure("two")));
        assertThat(play.sent()).containsExactly(
                "pager GREW PAGE", "issue GREW PAGE", "second GREW PAGE", "mail GREW PAGE");
        assertThat(play.step(after("P4DT1M"), failing(failure("one"), failure("two")))).isEmpty();
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
    void shouldListWhatACauseExplainsAndPageForTheCauseOnly() {
        play.step(
                NOON,
                new Situation(
                        List.of(failure("one"), failure("two")), List.of(Failures.zoneDown()), List.of()));

        IncidentNotice notice = play.to("pager");
        assertThat(notice.failing()).hasSize(1);
        assertThat(notice.failing().get(0).name()).contains("no working scanner");
        assertThat(notice.failedScans()).containsExactly("one", "two");
        assertThat(notice.added()).containsExactly("zone ALC_Prod_WDC06_SZ has no working scanner");
    }

    @Test
    void shouldNotSayThatScansFailedWhenNoneHasYet() {
        play.step(NOON, new Situation(List.of(), List.of(Failures.zoneDown()), List.of()));

        assertThat(play.to("pager").title())
                .isEqualTo("SCANS AT RISK - what nessus scans need requires investigation");
    }

    @Test
    void shouldPageForAnExplainedFailureWhenItsCauseIsGoneAndItStillFails() {
        play.step(NOON, new Situation(List.of(failure("one")), List.of(Failures.zoneDown()), List.of()));

        play.step(after("PT5M"), failing(failure("one")));
        assertThat(play.sent()).containsExactly("pager GREW PAGE", "issue GREW PAGE");
        assertThat(play.to("pager").added()).containsExactly("one");
        assertThat(play.to("pager").removed()).hasSize(1);
    }

    @Test
    void shouldNotPageAgainForWhatWasToldBeforeItsCauseWasFound() {
        play.step(NOON, failing(failure("one")));
        play.step(after("PT1M"), new Situation(List.of(failure("one")), List.of(Failures.zoneDown()), List.of()));
        assertThat(play.sent()).containsExactly("pager GREW PAGE", "issue GREW PAGE");

        play.step(after("PT2M"), failing(failure("one")));
        assertThat(play.sent()).containsExactly("pager UPDATED NOTE", "issue UPDATED NOTE");
    }

    @Test
    void shouldNotExplainFailuresOfOtherZones() {
        Cause elsewhere = new Cause("zone/2", "tenable", "zone-2", "zone 2 is down", "", "", NOON, Failures.care());

        play.step(NOON, new Situation(List.of(failure("one")), List.of(elsewhere), List.of()));
        assertThat(play.to("pager").added()).containsExactlyInAnyOrder("one", "zone 2 is down");
    }

    @Test
    void shouldKeepRecordOfWhatIsMutedAndPageWhenTheMuteEnds() {
        Situation muted = new Situation(List.of(failure("one")), List.of(), List.of(pause(Pause.Kind.MUTE)));
        assertThat(play.step(NOON, muted)).isEmpty();
        assertThat(play.only().members()).extracting(Member::hearing).containsExactly(Hearing.MUTED);
        assertThat(play.only().state()).isEqualTo(IncidentState.QUIET);
        assertThat(play.last().nextChangeAt()).isEqualTo(after("PT1H"));

        play.step(after("PT1H"), muted);
        assertThat(play.sent()).containsExactly("pager OPENED PAGE", "issue OPENED PAGE");
    }

    @Test
    void shouldOpenNothingForWhatMaintenanceExcuses() {
        Situation excused = new Situation(List.of(failure("one")), List.of(), List.of(pause(Pause.Kind.MAINTENANCE)));

        assertThat(play.step(NOON, excused)).isEmpty();
        assertThat(play.all()).isEmpty();
        play.step(after("PT1H"), excused);
        assertThat(play.sent()).containsExactly("pager OPENED PAGE", "issue OPENED PAGE");
    }

    @Test
    void shouldSayThatMaintenanceExcusesWhatHadFailedBefore() {
        play.step(NOON.minusSeconds(60), failing(failure("one"), failure("two")));

        play.step(
                NOON,
                new Situation(
                        List.of(failure("one"), failure("two")),
                        List.of(),
                        List.of(pause(Pause.Kind.MAINTENANCE))));
        assertThat(play.only().ticked()).extracting(Ticked::how).containsOnly(Ticked.How.EXCUSED);
    }

    private static Pause pause(Pause.Kind kind) {
        return Pause.once(
                "p1",
                kind,
                new Scope(new Glob("da*"), null, null, null),
                new Pause.Span(NOON, after("PT1H")),
                new Pause.By("kim", "patching"));
    }

    @Test
    void shouldTellOnceOfWhatComesAndGoesAndTickItOffWhenItIsStable() {
        play.step(NOON, failing(failure("steady"), failure("shaky")));
        for (int i = 1; i <= 20; i++) {
            play.step(after("PT" + (2 * i) + "M"), failing(failure("steady")));
            List<IncidentNotice> told = play.step(after("PT" + (2 * i + 1) + "M"), failing(failure("steady"), failure("shaky")));
            if (i > 3) {
                assertThat(told).filteredOn(each -> each.kind() != NoticeKind.ESCALATED).isEmpty();
            }
        }
        assertThat(play.only().members()).filteredOn(Member::flapping).hasSize(1);

        play.step(after("PT43M"), failing(failure("steady")));
        play.step(after("PT1H42M"), failing(failure("steady")));
        assertThat(play.only().members()).hasSize(2);
        play.step(after("PT1H43M"), failing(failure("steady")));
        assertThat(play.only().members()).hasSize(1);
        assertThat(play.sent()).containsExactly("pager UPDATED NOTE", "issue UPDATED NOTE");
    }

    @Test
    void shouldSeeFlappingThroughIncidentsThatWereResolvedMeanwhile() {
        int opened = 0;
        for (int i = 0; i < 12; i++) {
            List<IncidentNotice> told = play.step(after("PT" + (20 * i) + "M"), failing(failure("shaky")));
            opened += (int) told.stream().filter(each -> each.kind() == NoticeKind.OPENED).count() / 2;
            play.step(after("PT" + (20 * i + 2) + "M"), failing());
            play.step(after("PT" + (20 * i + 12) + "M"), failing());
        }
        assertThat(opened).isEqualTo(4);
        assertThat(play.only().members()).filteredOn(Member::flapping).hasSize(1);
    }

    @Test
    void shouldWaitForBusinessHoursAndTellThenOfAllThatCame() {
        BusinessHours hours = new BusinessHours(
                ZoneId.of("Europe/Berlin"),
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0));
        Escalation daytime = new Escalation("prod", PROD.tiers(), hours, Urgency.CRITICAL, null);
        Play waiting = new Play(POLICY, new Escalations(Map.of("prod", daytime), daytime));

        Instant evening = Instant.parse("2026-03-02T18:00:00Z");
        assertThat(waiting.step(evening, failing(failure("one")))).isEmpty();
        assertThat(waiting.last().nextChangeAt()).isEqualTo(Instant.parse("2026-03-03T08:00:00Z"));
        assertThat(waiting.step(evening.plusSeconds(60), failing(failure("one")))).isEmpty();
        waiting.step(Instant.parse("2026-03-03T08:00:00Z"), failing(failure("one"), failure("two")));
        assertThat(waiting.to("pager").added()).containsExactly("one", "two");
    }

    @Test
    void shouldPageAtAnyTimeForWhatIsUrgentEnough() {
        BusinessHours hours = new BusinessHours(
                ZoneId.of("UTC"),
                Set.of(DayOfWeek.FRIDAY),
                LocalTime.of(9, 0),
                LocalTime.of(17, 0));
        Escalation daytime = new Escalation("prod", PROD.tiers(), hours, Urgency.ERROR, null);
        Play waiting = new Play(POLICY, new Escalations(Map.of("prod", daytime), daytime));

        assertThat(waiting.step(NOON, failing(failure("one")))).hasSize(2);
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
        assertThat(play.open().stream().mapToInt(each -> each.members().size()).sum()).isEqualTo(450);
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
