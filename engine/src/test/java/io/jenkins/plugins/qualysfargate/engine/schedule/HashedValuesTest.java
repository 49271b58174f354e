package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashedValuesTest {
    private static CronLine line(String text, String key) throws UnreadableScheduleException {
        return ((CronSchedule) Schedules.cron(text, key, ZoneOffset.UTC, DstPolicy.JENKINS))
                .lines()
                .get(0);
    }

    /** The bits that hudson.scheduler.CronTab of Jenkins 2.516.3 has for a job of that name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nightly          | @yearly                     | 2 131072 2048 2048 127
                    nightly          | @monthly                    | 2 131072 2048 8190 127
                    nightly          | @weekly                     | 2 131072 4294967294 8190 8
                    nightly          | @daily                      | 2 131072 4294967294 8190 127
                    nightly          | @midnight                   | 2 4 4294967294 8190 127
                    nightly          | @hourly                     | 2 16777215 4294967294 8190 127
                    nightly          | H H(2-5) H H(3-9) H         | 2 4 2048 16 2
                    nightly          | H/15 H(0-11)/3 1,H H H(1-5) | 70370891726850 2340 2050 2048 2
                    nightly          | H(0-29)/10 * H/7 * *        | 2099202 16777215 16909320 8190 127
                    team/ünïcode job | @yearly                     | 1 262144 512 32 127
                    team/ünïcode job | @weekly                     | 1 262144 4294967294 8190 2
                    team/ünïcode job | @midnight                   | 1 1 4294967294 8190 127
                    team/ünïcode job | H H(2-5) H H(3-9) H         | 1 4 512 8 8
                    team/ünïcode job | H/15 H(0-11)/3 1,H H H(1-5) | 35185445863425 585 514 32 4
                    team/ünïcode job | H(0-29)/10 * H/7 * *        | 1049601 16777215 16909320 8190 127
                    ''               | @weekly                     | 144115188075855872 2048 4294967294 8190 8
                    ''               | H H(2-5) H H(3-9) H         | 144115188075855872 32 33554432 128 32
                    """)
    void shouldTakeTheValuesThatJenkinsTakes(String key, String text, String bits) throws UnreadableScheduleException {
        CronLine line = line(text, key);

        assertThat("%d %d %d %d %d"
                        .formatted(line.minutes(), line.hours(), line.daysOfMonth(), line.months(), line.weekdays()))
                .isEqualTo(bits);
    }

    @Test
    void shouldDrawOnForEachLineAsJenkinsDoes() throws UnreadableScheduleException {
        Schedule schedule = Schedules.cron("# H\nH 2 * * *\nH 3 * * *", "nightly", ZoneOffset.UTC, DstPolicy.JENKINS);

        assertThat(schedule.canonical()).isEqualTo("cron Z JENKINS 1 2 * * *; 17 3 * * *");
    }

    @Test
    void shouldBeTheSameForTheSameKeyOnly() throws UnreadableScheduleException {
        assertThat(line("H H * * *", "a")).isEqualTo(line("H H * * *", "a")).isNotEqualTo(line("H H * * *", "b"));
    }

    /** 6000 keys: as far from even as chance has it once in a million times, for 59 degrees of freedom. */
    @Test
    void shouldSpreadMinutesEvenly() throws UnreadableScheduleException {
        int[] minutes = new int[60];
        for (int key = 0; key < 6_000; key++) {
            minutes[Long.numberOfTrailingZeros(line("H 2 * * *", "scan-" + key).minutes())]++;
        }
        double distance = IntStream.of(minutes)
                .mapToDouble(n -> (n - 100) * (n - 100) / 100.0)
                .sum();

        assertThat(distance).isLessThan(130);
    }

    @Test
    void shouldTakeOnlyDaysThatEveryMonthHas() throws UnreadableScheduleException {
        long days = 0;
        for (int key = 0; key < 2_000; key++) {
            days |= line("0 0 H * *", "scan-" + key).daysOfMonth();
        }

        assertThat(days).isEqualTo(Bits.range(1, 28));
    }

    @ParameterizedTest
    @ValueSource(strings = {"H(10-20) 0 * * *", "H(10-20)/3 0 * * *"})
    void shouldStayInsideTheRange(String text) throws UnreadableScheduleException {
        for (int key = 0; key < 200; key++) {
            assertThat(line(text, "scan-" + key).minutes() & ~Bits.range(10, 20))
                    .isZero();
        }
    }
}
