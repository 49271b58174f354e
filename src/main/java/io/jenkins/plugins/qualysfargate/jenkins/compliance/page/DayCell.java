package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One day of a scan, by UTC.
 *
 * @param day in ISO 8601
 * @param text what it shows, for whoever does not see it
 * @param style as in {@link StateWord}; {@code none} if nothing was due
 * @param sign one character that tells it apart without a colour
 */
public record DayCell(String day, String text, String style, String sign) {
    /** As many days as a calendar has. */
    static final int DAYS = 30;

    /** Since when occurrences are to be known for it. */
    static Instant from(Instant now) {
        return day(now).minusDays(DAYS - 1L).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The last days, today last; a day with several occurrences shows the worst. */
    static List<DayCell> of(List<Occurrence> occurrences, Instant now) {
        Map<LocalDate, OccurrenceState> worst = new TreeMap<>();
        for (Occurrence each : occurrences) {
            worst.merge(day(each.key().dueAt()), each.now().state(), DayCell::worse);
        }
        List<DayCell> cells = new ArrayList<>();
        for (int back = DAYS - 1; back >= 0; back--) {
            LocalDate day = day(now).minusDays(back);
            cells.add(cell(day, worst.get(day)));
        }
        return cells;
    }

    private static DayCell cell(LocalDate day, OccurrenceState state) {
        if (state == null) {
            return new DayCell(day.toString(), day + ": " + Messages.DayCell_nothing(), "none", "·");
        }
        StateWord word = StateWord.of(state);
        return new DayCell(day.toString(), day + ": " + word.word(), word.style(), sign(state.kind()));
    }

    private static String sign(Kind kind) {
        return switch (kind) {
            case GOOD -> "✓";
            case BAD -> "✗";
            case UNKNOWN -> "?";
            case PENDING -> "…";
            case EXEMPT -> "–";
        };
    }

    private static OccurrenceState worse(OccurrenceState one, OccurrenceState other) {
        return rank(one) <= rank(other) ? one : other;
    }

    private static int rank(OccurrenceState state) {
        return switch (state.kind()) {
            case BAD -> 0;
            case UNKNOWN -> 1;
            case PENDING -> 2;
            case GOOD -> 3;
            case EXEMPT -> 4;
        };
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
