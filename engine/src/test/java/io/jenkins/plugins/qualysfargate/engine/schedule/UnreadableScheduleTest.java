package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be read says what is wrong, and quickly, whatever it is. */
class UnreadableScheduleTest {
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 2, 30);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                        | 0 lines that say when
                    # nothing                 | 0 lines that say when
                    * * * *                   | has 4 fields
                    0 0 2 * * *               | there are none for seconds
                    60 * * * *                | in the field for the minute, 60 is out of range
                    * 24 * * *                | 24 is out of range
                    * * 0 * *                 | 0 is out of range
                    * * * 13 *                | 13 is out of range
                    * * * * 8                 | 8 is out of range
                    * * * * MONDAY            | "MONDAY" is no value
                    * * ? * *                 | "?" is no value
                    * * L * *                 | "L" is no value
                    * * 1W * *                | "1W" is no value
                    * * * * 1#2               | "1#2" is no value
                    1,,2 * * * *              | "" is no value
                    99999999999 * * * *       | is no value
                    ٣ * * * *                 | is no value
                    -1 * * * *                | "" is no value
                    20-10 * * * *             | write two: 20-59,0-10
                    */0 * * * *               | a step of 0
                    */90 * * * *              | a step of 90 does not fit
                    5/15 * * * *              | write 5-59/15
                    H(5) * * * *              | has no range in its brackets
                    H(0-70) * * * *           | 70 is out of range
                    H/61 * * * *              | a step of 61
                    h * * * *                 | "h" is no value
                    @reboot                   | there is no "@reboot"
                    @daily 5                  | there is no "@daily 5"
                    TZ=Mars/Base              | no time zone "Mars/Base"
                    TZ=+02:00                 | no time zone
                    0 0 30 2 *                | is never due
                    0 0 31 4,6,9,11 *         | is never due
                    """)
    void shouldSayWhatIsWrongWithACronLine(String text, String wrong) {
        assertThatExceptionOfType(UnreadableScheduleException.class)
                .isThrownBy(() -> Schedules.cron(text, "", ZoneOffset.UTC, DstPolicy.RFC))
                .withMessageContaining(wrong)
                .withMessageContaining("for example")
                .satisfies(e -> {
                    assertThat(e.text()).isEqualTo(text);
                    assertThat(e.expected()).isNotBlank();
                    assertThat(e.example()).isNotBlank();
                });
    }

    @Test
    void shouldRefuseAZoneBehindALine() {
        assertThatThrownBy(() -> Schedules.cron("0 2 * * *\nTZ=UTC", "", ZoneOffset.UTC, DstPolicy.RFC))
                .isInstanceOf(UnreadableScheduleException.class)
                .hasMessageContaining("behind another line");
    }

    @Test
    void shouldKnowWhichZoneWasMeant() {
        assertThatThrownBy(() -> Schedules.cron("TZ=new york\n0 2 * * *", "", ZoneOffset.UTC, DstPolicy.RFC))
                .hasMessageContaining("America/New_York");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                                    | is no part that is known
                    INTERVAL=2                            | is no frequency
                    FREQ=SECONDLY                         | "FREQ=SECONDLY" is no frequency
                    FREQ=NOW;INTERVAL=1                   | "FREQ=NOW" is no frequency
                    FREQ=DAILY;BYSECOND=0                 | BYSECOND=0" is no part
                    FREQ=YEARLY;BYWEEKNO=1                | BYWEEKNO=1" is no part
                    FREQ=DAILY;FREQ=DAILY                 | FREQ stands there twice
                    FREQ=DAILY;INTERVAL=0                 | INTERVAL=0 is out of range
                    FREQ=DAILY;INTERVAL=1000001           | is out of range
                    FREQ=DAILY;INTERVAL=99999999999999999 | is out of range
                    FREQ=DAILY;COUNT=0                    | COUNT=0
                    FREQ=DAILY;COUNT=10001                | COUNT=10001
                    FREQ=DAILY;COUNT=2;UNTIL=20270101     | both COUNT and UNTIL
                    FREQ=DAILY;UNTIL=20260230             | "20260230" is no date and time
                    FREQ=DAILY;UNTIL=tomorrow             | is no date and time
                    FREQ=DAILY;UNTIL=20251231             | is never due
                    FREQ=DAILY;UNTIL=20260101T022959Z     | is never due
                    FREQ=WEEKLY;BYDAY=XX                  | "XX" is no weekday
                    FREQ=WEEKLY;BYDAY=                    | "" is no weekday
                    FREQ=WEEKLY;BYDAY=1MO                 | counts weekdays of a month
                    FREQ=MONTHLY;BYDAY=6MO                | from -5 to 5
                    FREQ=MONTHLY;BYDAY=0MO                | counts weekdays
                    FREQ=WEEKLY;BYMONTHDAY=1              | means nothing within a week
                    FREQ=MONTHLY;BYMONTHDAY=0             | BYMONTHDAY=0 means nothing
                    FREQ=MONTHLY;BYMONTHDAY=32            | BYMONTHDAY=32
                    FREQ=MONTHLY;BYSETPOS=1               | nothing to choose from
                    FREQ=DAILY;BYHOUR=24                  | BYHOUR=24
                    FREQ=DAILY;WKST=1                     | is no weekday
                    FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30   | is never due
                    FREQ=MINUTELY;INTERVAL=2;BYMINUTE=31  | is never due
                    FREQ=MONTHLY;INTERVAL=12;BYMONTH=2    | is never due
                    FREQ=DAILY;BYHOUR=1;BYSETPOS=2        | is never due
                    """)
    void shouldSayWhatIsWrongWithARule(String text, String wrong) {
        assertThatExceptionOfType(UnreadableScheduleException.class)
                .isThrownBy(() -> Schedules.recurrence(text, START, ZoneOffset.UTC, DstPolicy.RFC))
                .withMessageContaining(wrong)
                .withMessageContaining("for example");
    }

    @ParameterizedTest
    @ValueSource(ints = {Year.MIN_VALUE, 0, 10_000, Year.MAX_VALUE})
    void shouldRefuseAStartOutsideOfTheCalendar(int year) {
        assertThatThrownBy(
                        () -> Schedules.recurrence("FREQ=DAILY", START.withYear(year), ZoneOffset.UTC, DstPolicy.RFC))
                .isInstanceOf(UnreadableScheduleException.class)
                .hasMessageContaining("starts in the year " + year);
    }

    @Test
    void shouldRefuseAPeriodThatMeansNothing() {
        for (Duration period : new Duration[] {Duration.ZERO, Duration.ofHours(-1), Duration.ofDays(40_000)}) {
            assertThatThrownBy(() -> Schedules.every(period, Instant.EPOCH))
                    .isInstanceOf(UnreadableScheduleException.class)
                    .hasMessageContaining("every " + period)
                    .hasMessageContaining("PT24H");
        }
        assertThatThrownBy(() -> Schedules.every(Duration.ofHours(1), Instant.MAX))
                .isInstanceOf(UnreadableScheduleException.class);
    }

    /** A million characters, ten thousand values, and rules that look for a day that never comes. */
    @Test
    void shouldEndQuicklyWhateverItIsGiven() {
        String[] crons = {"1,".repeat(500_000), "\n".repeat(1_000_000), "* * * * *\n".repeat(51), "H(".repeat(1_900)};
        String[] rules = {
            "FREQ=DAILY;BYHOUR=" + "1,".repeat(500_000),
            "FREQ=DAILY;BYHOUR=" + "1,".repeat(900) + "1",
            ";".repeat(3_000),
            "FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1,3,5,7,9,11,13,15,17,19,21,23,25,27,29,31,33,35,37,39,41,43,45",
            "FREQ=MINUTELY;INTERVAL=999999;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYHOUR=3;BYMINUTE=7;COUNT=10000",
            "FREQ=YEARLY;INTERVAL=1000000;BYDAY=53MO",
        };
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String text : crons) {
                assertThatThrownBy(() -> Schedules.cron(text, "", ZoneOffset.UTC, DstPolicy.RFC))
                        .isInstanceOf(UnreadableScheduleException.class)
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
            }
            for (String text : rules) {
                assertThatThrownBy(() -> Schedules.recurrence(text, START, ZoneOffset.UTC, DstPolicy.RFC))
                        .isInstanceOf(UnreadableScheduleException.class)
                        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
            }
        });
    }

    /** Nothing but the one exception comes out, whatever is put together from what means something. */
    @Test
    void shouldReadOrRefuseEveryMixture() {
        String[] pieces = {
            "*",
            "H",
            "(",
            ")",
            "-",
            "/",
            ",",
            " ",
            "0",
            "1",
            "7",
            "59",
            "MON",
            "JAN",
            "@daily",
            "TZ=",
            "UTC",
            "\n",
            "#",
            "FREQ=",
            "DAILY",
            "WEEKLY",
            ";",
            "BYDAY=",
            "SU",
            "UNTIL=",
            "COUNT=",
            "20260101",
            "T",
            "Z",
            "TZID=",
            ":"
        };
        Random random = new Random(42);
        int read = 0;
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder(i % 3 == 0 ? "FREQ=DAILY;" : "");
            for (int piece = random.nextInt(12); piece >= 0; piece--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            read += isRead(text.toString());
        }
        assertThat(read).isPositive();
    }

    private static int isRead(String text) {
        int read = 0;
        try {
            Schedules.cron(text, "", ZoneOffset.UTC, DstPolicy.RFC);
            read++;
        } catch (UnreadableScheduleException e) {
            assertThat(e).hasMessageContaining("for example");
        }
        try {
            Schedules.tenable("ical", text, text, null, DstPolicy.RFC);
            read++;
        } catch (UnreadableScheduleException e) {
            assertThat(e).hasMessageContaining("for example");
        }
        try {
            Schedules.recurrence(text, START, ZoneOffset.UTC, DstPolicy.RFC);
            read++;
        } catch (UnreadableScheduleException e) {
            assertThat(e).hasMessageContaining("for example");
        }
        return read;
    }
}
