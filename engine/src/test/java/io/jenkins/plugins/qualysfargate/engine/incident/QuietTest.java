package io.jenkins.plugins.qualysfargate.engine.incident;

import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.NOON;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.POLICY;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.PROD;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failing;
import static io.jenkins.plugins.qualysfargate.engine.incident.Failures.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Causes, mutes, maintenance, flapping, hours: what keeps people from being paged, and for how long. */
class QuietTest {
    private final Play play = new Play();

    private static Instant after(String duration) {
        return NOON.plus(Duration.parse(duration));
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
    void shouldListWhatACauseExplainsAndPageForTheCauseOnly() {
        play.step(
                NOON, new Situation(List.of(failure("one"), failure("two")), List.of(Failures.zoneDown()), List.of()));

        IncidentNotice notice = play.to("pager");
        assertThat(notice.failing()).hasSize(1);
        assertThat(notice.failing().get(0).name()).contains("no working scanner");
        assertThat(notice.failedScans()).containsExactly("one", "two");
        assertThat(notice.added()).containsExactly("zone ALC_Prod_WDC06_SZ has no working scanner");
    }

    @Test
    void shouldNotSayThatScansFailedWhenNoneHasYet() {
        play.step(NOON, new Situation(List.of(), List.of(Failures.zoneDown()), List.of()));

        assertThat(play.to("pager").title()).isEqualTo("SCANS AT RISK - what nessus scans need requires investigation");
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
                        List.of(failure("one"), failure("two")), List.of(), List.of(pause(Pause.Kind.MAINTENANCE))));
        assertThat(play.only().ticked()).extracting(Ticked::how).containsOnly(Ticked.How.EXCUSED);
    }

    @Test
    void shouldTellOnceOfWhatComesAndGoesAndTickItOffWhenItIsStable() {
        play.step(NOON, failing(failure("steady"), failure("shaky")));
        for (int i = 1; i <= 20; i++) {
            play.step(after("PT" + (2 * i) + "M"), failing(failure("steady")));
            List<IncidentNotice> told =
                    play.step(after("PT" + (2 * i + 1) + "M"), failing(failure("steady"), failure("shaky")));
            if (i > 3) {
                assertThat(told)
                        .filteredOn(each -> each.kind() != NoticeKind.ESCALATED)
                        .isEmpty();
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
            opened += (int) told.stream()
                            .filter(each -> each.kind() == NoticeKind.OPENED)
                            .count()
                    / 2;
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
        assertThat(waiting.step(evening.plusSeconds(60), failing(failure("one"))))
                .isEmpty();
        waiting.step(Instant.parse("2026-03-03T08:00:00Z"), failing(failure("one"), failure("two")));
        assertThat(waiting.to("pager").added()).containsExactly("one", "two");
    }

    @Test
    void shouldPageAtAnyTimeForWhatIsUrgentEnough() {
        BusinessHours hours =
                new BusinessHours(ZoneId.of("UTC"), Set.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
        Escalation daytime = new Escalation("prod", PROD.tiers(), hours, Urgency.ERROR, null);
        Play waiting = new Play(POLICY, new Escalations(Map.of("prod", daytime), daytime));

        assertThat(waiting.step(NOON, failing(failure("one")))).hasSize(2);
    }
}
