package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.schedule.NoSchedule.Reason;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TenableScheduleTest {
    private static final String START = "TZID=America/New_York:20190214T203000";
    private static final String WEEKLY = "FREQ=WEEKLY;INTERVAL=1;BYDAY=SA";

    private static Schedule ical(String start, String rule) throws UnreadableScheduleException {
        return Schedules.tenable("ical", start, rule, null, DstPolicy.RFC);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    FREQ=DAILY;INTERVAL=1                 | 2026-06-01T00:30:00Z | daily at 20:30 America/New_York
                    FREQ=WEEKLY;INTERVAL=1;BYDAY=SA       | 2026-06-07T00:30:00Z | on Saturday at 20:30 America/New_York
                    FREQ=WEEKLY;INTERVAL=2;BYDAY=SA       | 2026-06-14T00:30:00Z | every 2 weeks on Saturday at 20:30 America/New_York
                    FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=15 | 2026-06-16T00:30:00Z | on day 15 of every month at 20:30 America/New_York
                    FREQ=MONTHLY;INTERVAL=1;BYDAY=2TH     | 2026-06-12T00:30:00Z | on the 2nd Thursday of every month at 20:30 America/New_York
                    FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=14| 2027-02-15T01:30:00Z | on day 14 of every 12 months at 20:30 America/New_York
                    """)
    void shouldReadWhatTheServerSends(String rule, Instant next, String words) throws UnreadableScheduleException {
        Schedule schedule = ical(START, rule);

        assertThat(schedule.next(Instant.parse("2026-05-31T12:00:00Z"))).contains(next);
        assertThat(schedule.words()).isEqualTo(words);
        assertThat(schedule.zone()).isEqualTo(ZoneId.of("America/New_York"));
    }

    @ParameterizedTest
    @CsvSource({
        "TZID=America/New_York:20190214T203000,''",
        "tzid=America/New_York:20190214T203000, FREQ=ONETIME",
        "20190215T013000Z,''"
    })
    void shouldBeDueOnceWithoutARule(String start, String rule) throws UnreadableScheduleException {
        Schedule once = ical(start, rule);

        assertThat(once.occurrences(Instant.EPOCH, Instant.MAX)).containsExactly(Instant.parse("2019-02-15T01:30:00Z"));
        assertThat(once.next(Instant.parse("2019-02-15T01:30:00Z"))).isEmpty();
        assertThat(once.words()).startsWith("once, at 2019-02-1");
    }

    @ParameterizedTest
    @CsvSource({
        "now,FREQ=NOW;INTERVAL=1,ON_DEMAND", "NEVER,'',NEVER", "template,'',TEMPLATE",
        "dependent,'',DEPENDENT", "rollover,'',ROLLOVER", "ical,FREQ=NOW;INTERVAL=1,ON_DEMAND"
    })
    void shouldSayWhyThereIsNoTime(String type, String rule, Reason reason) throws UnreadableScheduleException {
        Schedule schedule = Schedules.tenable(type, "", rule, null, DstPolicy.RFC);

        assertThat(schedule).isEqualTo(new NoSchedule(reason));
        assertThat(schedule.occurrences(Instant.MIN, Instant.MAX)).isEmpty();
        assertThat(schedule.next(Instant.EPOCH)).isEmpty();
        assertThat(schedule.previous(Instant.EPOCH)).isEmpty();
        assertThat(schedule.<String>fold(Schedule::words, none -> "because " + none.words()))
                .startsWith("because ");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    hourly | TZID=Europe/Paris:20190214T203000 | FREQ=DAILY  | no such type
                    ical   | 20190214T203000                   | FREQ=DAILY  | has no time zone
                    ical   | ''                                | FREQ=DAILY  | has no time zone
                    ical   | TZID=Paris:20190214T203000        | FREQ=DAILY  | no time zone "Paris"
                    ical   | TZID=Europe/Paris:20190230T203000 | FREQ=DAILY  | "20190230T203000" is no date
                    ical   | TZID=Europe/Paris:                | FREQ=DAILY  | is no date
                    ical   | TZID=Europe/Paris:20190214T203000 | FREQ=OFTEN  | is no frequency
                    """)
    void shouldSayWhatIsWrong(String type, String start, String rule, String wrong) {
        assertThatThrownBy(() -> Schedules.tenable(type, start, rule, null, DstPolicy.RFC))
                .isInstanceOf(UnreadableScheduleException.class)
                .hasMessageContaining(wrong);
    }

    @Test
    void shouldAgreeWithAServerThatFollowsItsRule() throws UnreadableScheduleException {
        Instant nextRun = Instant.parse("2026-06-07T00:30:00Z");

        assertThat(Schedules.tenable("ical", START, WEEKLY, nextRun, DstPolicy.RFC)
                        .disagreement())
                .isEmpty();
        assertThat(ical(START, WEEKLY).disagreement()).isEmpty();
    }

    @Test
    void shouldSayHowFarTheServerIsFromItsRule() throws UnreadableScheduleException {
        Instant nextRun = Instant.parse("2026-06-07T01:30:00Z");
        Schedule schedule = Schedules.tenable("ical", START, WEEKLY, nextRun, DstPolicy.RFC);

        assertThat(schedule.disagreement()).hasValueSatisfying(it -> {
            assertThat(it.nearest()).isEqualTo("2026-06-07T00:30:00Z");
            assertThat(it.distance()).contains(Duration.ofHours(1));
            assertThat(it.words()).contains("2026-06-07T01:30:00Z").contains("2026-06-07T00:30:00Z");
        });
        assertThat(schedule.canonical()).isEqualTo(ical(START, WEEKLY).canonical());
    }

    @Test
    void shouldSayWhenTheServerGoesOnAfterTheEndOfItsRule() throws UnreadableScheduleException {
        Instant nextRun = Instant.parse("2226-06-07T01:30:00Z");

        assertThat(Schedules.tenable("ical", START, "", nextRun, DstPolicy.RFC).disagreement())
                .hasValueSatisfying(it -> assertThat(it.words()).contains("none left"));
    }
}
