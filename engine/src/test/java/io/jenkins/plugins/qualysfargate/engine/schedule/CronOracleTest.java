package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Random cron lines around clock changes, compared with a clock that is looked at every minute. */
class CronOracleTest {
    private static final int LINES = 60;

    @ParameterizedTest
    @CsvSource({
        "America/New_York,2026-03-08", "America/New_York,2026-11-01", "Europe/Paris,2026-03-29",
        "Europe/Paris,2026-10-25", "Australia/Lord_Howe,2026-04-05", "Australia/Lord_Howe,2026-10-04",
        "America/Sao_Paulo,2018-11-04", "America/Sao_Paulo,2019-02-17", "Asia/Beirut,2026-03-29",
        "Asia/Beirut,2026-10-25", "Pacific/Apia,2011-12-30", "Asia/Kolkata,2026-03-29",
        "Asia/Kathmandu,1986-01-01", "America/Caracas,2016-05-01", "Africa/Monrovia,1972-01-07",
        "Pacific/Kwajalein,1993-08-21"
    })
    void shouldFindWhatIsDueByTheClock(String zoneName, String day) throws UnreadableScheduleException {
        ZoneId zone = ZoneId.of(zoneName);
        Instant from = Instant.parse(day + "T00:00:00Z").minus(Duration.ofDays(3));
        Instant to = from.plus(Duration.ofDays(6));
        Watch clock = Watch.watched(zone, from.minus(Duration.ofDays(3)), to);
        Random random = new Random(day.hashCode());
        int dues = 0;
        for (int i = 0; i < LINES; i++) {
            RandomCron cron = RandomCron.make(random);
            for (DstPolicy policy : DstPolicy.values()) {
                List<Instant> expected = clock.dues(cron, policy).stream()
                        .filter(due -> !due.isBefore(from) && due.isBefore(to))
                        .toList();
                assertThat(occurrences(cron, zone, policy, from, to))
                        .as("%s in %s by %s", cron.text(), zone, policy)
                        .isEqualTo(expected);
                dues += expected.size();
            }
        }
        assertThat(dues).isGreaterThan(LINES);
    }

    private static List<Instant> occurrences(RandomCron cron, ZoneId zone, DstPolicy policy, Instant from, Instant to)
            throws UnreadableScheduleException {
        try {
            return Schedules.cron(cron.text(), "", zone, policy).occurrences(from, to);
        } catch (UnreadableScheduleException e) {
            assertThat(e).hasMessageContaining("never due");
            return List.of();
        }
    }

    /** Every full minute that a clock showed, and every one that it skipped. */
    private record Watch(List<Shown> shown, List<Skipped> skipped) {

        static Watch watched(ZoneId zone, Instant from, Instant to) {
            List<Shown> shown = new ArrayList<>();
            Set<LocalDateTime> seen = new HashSet<>();
            // Clocks in Liberia were 44 minutes and 30 seconds behind: they show a full minute at half past ours.
            for (Instant now = from; now.isBefore(to); now = now.plusSeconds(30)) {
                LocalDateTime time = LocalDateTime.ofInstant(now, zone);
                if (time.getSecond() == 0) {
                    shown.add(new Shown(now, time, !seen.add(time)));
                }
            }
            List<Skipped> skipped = new ArrayList<>();
            LocalDateTime end = LocalDateTime.ofInstant(to, ZoneOffset.UTC);
            ZoneRules rules = zone.getRules();
            LocalDateTime time = LocalDateTime.ofInstant(from, ZoneOffset.UTC);
            for (; time.isBefore(end); time = time.plusMinutes(1)) {
                if (rules.getValidOffsets(time).isEmpty()) {
                    skipped.add(new Skipped(time, rules.getTransition(time)));
                }
            }
            return new Watch(shown, skipped);
        }

        Set<Instant> dues(RandomCron cron, DstPolicy policy) {
            Set<Instant> due = new TreeSet<>();
            shown.stream()
                    .filter(each -> cron.isDue(each.time) && (!each.again || policy == DstPolicy.JENKINS))
                    .forEach(each -> due.add(each.now));
            skipped.stream().filter(each -> cron.isDue(each.time)).forEach(each -> {
                switch (policy) {
                    case RFC -> due.add(each.time.toInstant(each.gap.getOffsetBefore()));
                    case VIXIE -> due.add(each.gap.getInstant());
                    case JENKINS, SKIP -> {}
                }
            });
            return due;
        }
    }

    private record Shown(Instant now, LocalDateTime time, boolean again) {}

    private record Skipped(LocalDateTime time, ZoneOffsetTransition gap) {}
}
