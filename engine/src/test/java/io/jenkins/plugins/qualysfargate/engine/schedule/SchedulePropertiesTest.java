package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every schedule, whatever it is made of. */
class SchedulePropertiesTest {
    private static final List<String> ZONES = List.of(
            "UTC", "America/New_York", "Europe/Paris", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia");
    private static final Instant BEGIN = Instant.parse("2011-06-01T00:00:00Z");

    private static List<Schedule> schedules(Random random) {
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        DstPolicy policy = DstPolicy.values()[random.nextInt(DstPolicy.values().length)];
        RandomRule rules = new RandomRule(random);
        Frequency frequency = Frequency.values()[random.nextInt(Frequency.values().length)];
        List<Schedule> made = new ArrayList<>();
        try {
            made.add(Schedules.cron(RandomCron.make(random).text(), "", zone, policy));
            made.add(Schedules.recurrence(
                    rules.rule(frequency),
                    BEGIN.atZone(zone).toLocalDateTime().plusHours(random.nextInt(5_000)),
                    zone,
                    policy));
            made.add(Schedules.every(Duration.ofSeconds(1 + random.nextInt(500_000)), moment(random)));
            made.add(Schedules.listed(
                    Stream.generate(() -> moment(random)).limit(50).toList(), zone));
        } catch (UnreadableScheduleException e) {
            assertThat(e.wrong()).contains("never due");
        }
        return made;
    }

    private static Instant moment(Random random) {
        return BEGIN.plusSeconds(random.nextInt(400 * 86_400)).plusNanos(random.nextInt(2) * 500_000_000L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldFindInTwoPartsWhatItFindsInTheWhole(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            for (Schedule schedule : schedules(random)) {
                Instant from = moment(random);
                Instant middle = from.plusSeconds(random.nextInt(40 * 86_400));
                Instant to = middle.plusSeconds(random.nextInt(40 * 86_400));
                List<Instant> parts = new ArrayList<>(schedule.occurrences(from, middle));
                parts.addAll(schedule.occurrences(middle, to));

                assertThat(schedule.occurrences(from, to))
                        .as("%s from %s to %s, cut at %s", schedule.canonical(), from, to, middle)
                        .isEqualTo(parts)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .allMatch(due -> !due.isBefore(from) && due.isBefore(to));
                assertThat(schedule.occurrences(to, from)).as("backwards").isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void shouldHaveTheSameNeighboursForwardsAndBackwards(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            for (Schedule schedule : schedules(random)) {
                Instant from = moment(random);
                Instant to = from.plusSeconds(random.nextInt(20 * 86_400));
                List<Instant> dues = schedule.occurrences(from, to);
                String name = schedule.canonical() + " from " + from + " to " + to;

                Optional<Instant> first = schedule.next(from.minusNanos(1)).filter(due -> due.isBefore(to));
                Optional<Instant> last = schedule.previous(to).filter(due -> !due.isBefore(from));
                assertThat(first).as(name).isEqualTo(dues.stream().findFirst());
                assertThat(last).as(name).isEqualTo(dues.stream().reduce((a, b) -> b));
                for (int due = 1; due < Math.min(50, dues.size()); due++) {
                    assertThat(schedule.next(dues.get(due - 1))).as(name).contains(dues.get(due));
                    assertThat(schedule.previous(dues.get(due))).as(name).contains(dues.get(due - 1));
                }
            }
        }
    }
}
