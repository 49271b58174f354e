package io.jenkins.plugins.qualysfargate.engine.check.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileFileTest {
    private static final int FOUR_MEBIBYTES = 4 * 1024 * 1024;

    private static String monitors(int count, String more) {
        return IntStream.range(0, count)
                .mapToObj(i -> "  - {id: m" + i + ", source: nessus, select: {name: s" + i + "}" + more + "}\n")
                .collect(Collectors.joining("", Sample.START + "monitors:\n", ""));
    }

    private static List<String> quickly(String text) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> Sample.problems(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "# only a comment",
                "null",
                "just text",
                "[1, 2]",
                "version: 1\n---\nversion: 1",
                "version: &a 1\nmonitors: *a",
                "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]",
                "version: !!java.net.URL [\"http://localhost\"]",
                "version: 1\nversion: 1",
                "? {a: b}\n: 1",
                "<<: {version: 1}",
                "version: 1\n\tmonitors: []",
                "version: \"\\UFFFFFFFF\"",
                "version: 1\nmonitors: [[[[[[[[[[[[]]]]]]]]]]]]"
            })
    void shouldRefuseWhatYamlOffersToBeCleverWith(String text) {
        assertThat(Sample.problems(text)).isNotEmpty();
    }

    @Test
    void shouldRefuseAFileThatIsTooLong() {
        String comment = "#" + "x".repeat(FOUR_MEBIBYTES);

        assertThat(quickly(Sample.with(comment)))
                .singleElement()
                .asString()
                .contains("a compliance check has at most 4194304. Choose scans by pattern or tag");
    }

    @Test
    void shouldReadTenThousandMonitorsFast() {
        String text = monitors(10_000, ", schedule: H 2 * * *, runbook: 'https://wiki.example.com/x'");
        Sample.settings(monitors(100, ", schedule: H 2 * * *"));

        // Of this thread alone: what else runs on the machine is no reason to fail.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(Sample.settings(text).monitors()).hasSize(10_000);
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void shouldReadFiftyThousandMonitorsAndNotOneMore() {
        String most = monitors(50_000, "");
        assertThat(most.length()).isLessThan(FOUR_MEBIBYTES);

        assertThat(quickly(most)).isEmpty();
        assertThat(quickly(monitors(50_001, "")))
                .singleElement()
                .asString()
                .contains("monitors[50000]: is one more than the 50000 that a file may have");
    }

    @Test
    void shouldTellAHundredProblemsOfAMillion() {
        String keys = IntStream.range(0, 200_000)
                .mapToObj(i -> "schedulr" + i + ": 1\n")
                .collect(Collectors.joining());

        assertThat(quickly(keys)).hasSize(101).last().asString().contains("more problems");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", source: nesuss",
                ", schedule: {cron: 0 2 * * *, time-zone: Europe/Berlim}",
                ", urgency: kritical",
                ", select: {regex: '[a-z]{1000}'}",
                ", schedule: {rrule: FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30, start: 2026-01-01}",
                ", schedule: {rrule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO;BYSETPOS=1, start: 2026-01-01}",
                ", schedule: 0 0 29 2 *"
            })
    void shouldStayFastWhereEveryMonitorIsWrongOrOdd(String more) {
        assertThat(quickly(monitors(5_000, more))).hasSizeLessThan(102);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0 2 31 2 *",
                "{cron: 0 0 30 FEB *}",
                "{rrule: FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30, start: 2026-01-01}",
                "{rrule: FREQ=DAILY;UNTIL=20200101T000000Z, start: 2026-01-01}"
            })
    void shouldRefuseAScheduleThatIsNeverDue(String schedule) {
        assertThat(Sample.problems(Sample.withMonitor("schedule: " + schedule))).hasSize(1);
    }

    @Test
    void shouldHoldFewRegularExpressions() {
        String many = IntStream.range(0, 501)
                .mapToObj(i -> "  - {id: m" + i + ", source: nessus, select: {regex: 's" + i + "'}}\n")
                .collect(Collectors.joining("", Sample.START + "monitors:\n", ""));

        assertThat(Sample.problems(many))
                .singleElement()
                .asString()
                .contains("monitors[500].select.regex: is one more regular expression than 500");
    }

    @Test
    void shouldShowNothingOfALogin() {
        assertThat(List.of(
                        new Login.User("me", "hunter2"), new Login.KeyPair("a", "hunter2"), new Login.Token("hunter2")))
                .noneMatch(each -> each.toString().contains("hunter2"));
    }
}
