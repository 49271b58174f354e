package io.jenkins.plugins.qualysfargate.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the user page shows is what schedules do. */
class SchedulesPageTest {
    private static final Path PAGE = Path.of("../docs/user/schedules.md");
    private static final Pattern EXAMPLE = Pattern.compile("```(cron|rrule|tenable)\n(.*?)```", Pattern.DOTALL);
    private static final Pattern ALIAS = Pattern.compile("(?m)^\\| `(@[a-z]+)`(?:, `(@[a-z]+)`)? \\| `([^`]+)` \\|$");
    private static final Pattern POLICY = Pattern.compile("(?m)^\\| `([A-Z]+)` \\| ([^|]+) \\| ([^|]+) \\| [^|]+ \\|$");
    private static final LocalDateTime AFTER = LocalDateTime.of(2026, 3, 1, 0, 0);
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    record Example(String kind, List<String> lines, List<LocalDateTime> dues) {
        static Example of(MatchResult found) {
            List<String> lines = found.group(2).lines().toList();
            List<LocalDateTime> dues = lines.stream()
                    .filter(line -> line.startsWith("# due "))
                    .flatMap(line ->
                            Arrays.stream(line.substring("# due ".length()).split(" ")))
                    .map(LocalDateTime::parse)
                    .toList();
            return new Example(found.group(1), lines, dues);
        }

        Schedule read() throws UnreadableScheduleException {
            return switch (kind) {
                case "cron" -> Schedules.cron(String.join("\n", lines), "", ZoneOffset.UTC, DstPolicy.RFC);
                case "rrule" -> {
                    String[] start = lines.get(0).substring("START=".length()).split(" ");
                    yield Schedules.recurrence(
                            lines.get(1), LocalDateTime.parse(start[0]), ZoneId.of(start[1]), DstPolicy.RFC);
                }
                default -> Schedules.tenable(value("type"), value("start"), value("repeatRule"), null, DstPolicy.RFC);
            };
        }

        private String value(String name) {
            return lines.stream()
                    .filter(line -> line.startsWith(name + "="))
                    .map(line -> line.substring(name.length() + 1))
                    .collect(Collectors.joining());
        }
    }

    static List<Example> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(PAGE))
                .results()
                .map(Example::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeDueWhenThePageSays(Example example) throws UnreadableScheduleException {
        Schedule schedule = example.read();
        List<LocalDateTime> next = new ArrayList<>();
        Instant last = AFTER.atZone(schedule.zone()).toInstant();
        while (next.size() < example.dues().size()) {
            last = schedule.next(last).orElseThrow();
            next.add(last.atZone(schedule.zone()).toLocalDateTime());
        }

        assertThat(next).isNotEmpty().isEqualTo(example.dues());
    }

    @Test
    void shouldShowAnExampleOfEveryKind() throws IOException {
        assertThat(examples()).extracting(Example::kind).contains("cron", "rrule", "tenable");
    }

    @Test
    void shouldMeanByEveryAliasWhatThePageSays() throws IOException, UnreadableScheduleException {
        List<MatchResult> rows = ALIAS.matcher(Files.readString(PAGE)).results().toList();
        assertThat(rows).hasSize(6);
        for (MatchResult row : rows) {
            for (String alias : Stream.of(row.group(1), row.group(2))
                    .filter(it -> it != null)
                    .toList()) {
                assertThat(Schedules.cron(alias, "a job", ZoneOffset.UTC, DstPolicy.RFC))
                        .isEqualTo(Schedules.cron(row.group(3), "a job", ZoneOffset.UTC, DstPolicy.RFC));
            }
        }
    }

    @Test
    void shouldDoOnTheTwoDaysWhatThePageSays() throws IOException, UnreadableScheduleException {
        List<MatchResult> rows =
                POLICY.matcher(Files.readString(PAGE)).results().toList();
        assertThat(rows).extracting(row -> row.group(1)).containsExactly(names());
        for (MatchResult row : rows) {
            DstPolicy policy = DstPolicy.valueOf(row.group(1));
            assertThat(dues("30 2", policy, "2026-03-08")).isEqualTo(row.group(2));
            assertThat(dues("30 1", policy, "2026-11-01")).isEqualTo(row.group(3));
        }
    }

    private static String[] names() {
        return Arrays.stream(DstPolicy.values()).map(DstPolicy::name).toArray(String[]::new);
    }

    private static String dues(String time, DstPolicy policy, String day) throws UnreadableScheduleException {
        LocalDateTime midnight = LocalDateTime.parse(day + "T00:00");
        String dues = Schedules.cron(time + " * * *", "", NEW_YORK, policy)
                .occurrences(
                        midnight.atZone(NEW_YORK).toInstant(),
                        midnight.plusDays(1).atZone(NEW_YORK).toInstant())
                .stream()
                .map(due -> OffsetDateTime.ofInstant(due, NEW_YORK))
                .map(due -> due.toLocalTime() + "" + due.getOffset())
                .collect(Collectors.joining(" and "));
        return dues.isEmpty() ? "never" : dues;
    }

    @Test
    void shouldNameTheLimitsThatTheCodeHas() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains("1 to %d;".formatted(RuleReader.LONGEST_INTERVAL))
                .contains("1 to %d times".formatted(RuleReader.MOST_COUNTED))
                .contains(Stream.of(Frequency.values())
                        .map(each -> "`%s`".formatted(each))
                        .collect(Collectors.joining(", ")));
    }
}
