package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a check found, in lines for a log; the list of names stands as people know it from the runbook. */
public final class CheckText {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 200;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String INTRODUCTION = "The following scans are identified as failing and need investigation:";

    private final CheckOutcome outcome;
    private final ZoneId zone;

    /** @param zone in which moments are written */
    public CheckText(CheckOutcome outcome, ZoneId zone) {
        this.outcome = outcome;
        this.zone = zone;
    }

    /** All of it. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(list());
        outcome.alarming().forEach(each -> lines.addAll(details(each)));
        outcome.sources().stream()
                .filter(each -> each.blindBecause() != null)
                .forEach(each -> lines.addAll(blind(each)));
        outcome.sources().forEach(each -> lines.addAll(broken(each)));
        outcome.incidents().forEach(each -> lines.add("Incident " + each.key() + ": " + each.state()));
        lines.add(counts());
        return lines;
    }

    /** The list of what fails; no line if nothing does. */
    public List<String> list() {
        List<String> names =
                outcome.alarming().stream().map(CheckText::name).distinct().toList();
        return names.isEmpty() ? List.of() : List.of(INTRODUCTION, "[" + String.join(" ", names) + "]");
    }

    private static String name(Standing standing) {
        return SafeText.line(standing.subjectName(), LONGEST_NAME);
    }

    private List<String> details(Standing standing) {
        Occurrence trouble = standing.trouble() == null ? standing.latest() : standing.trouble();
        if (trouble == null) {
            return List.of();
        }
        Judgement now = trouble.now();
        List<String> lines = new ArrayList<>();
        lines.add(now.state() + "  " + name(standing) + "  since " + at(now.since()) + "  (monitor "
                + standing.monitor().id() + ", " + standing.monitor().care().owner() + ")");
        lines.add("    " + SafeText.line(now.reason(), LONGEST));
        if (!now.howToFix().isEmpty()) {
            lines.add("    To do: " + SafeText.line(now.howToFix(), LONGEST));
        }
        Instant success = standing.lastSuccess();
        lines.add("    Last success: " + (success == null ? "none that is known" : at(success)));
        String runbook = standing.monitor().care().runbook();
        if (runbook != null) {
            lines.add("    Runbook: " + SafeText.line(runbook, LONGEST));
        }
        return lines;
    }

    private List<String> blind(SourceView source) {
        String seen = source.seenAt() == null ? "it never did" : "it did " + at(source.seenAt());
        return List.of(
                "The source " + source.id() + " does not answer; " + seen + ".",
                "    " + SafeText.line(String.valueOf(source.blindBecause()), LONGEST),
                "    To do: " + SafeText.line(source.howToFix(), LONGEST));
    }

    private static List<String> broken(SourceView source) {
        return source.components().stream()
                .filter(each -> Boolean.FALSE.equals(each.working()))
                .map(each -> "Not working: " + each.kind().name().toLowerCase(Locale.ROOT) + " "
                        + SafeText.line(each.name(), LONGEST_NAME) + " of " + source.id() + ": "
                        + SafeText.line(each.detail(), LONGEST))
                .toList();
    }

    private String counts() {
        Map<OccurrenceState.Kind, Long> kinds = outcome.standings().stream()
                .collect(Collectors.groupingBy(
                        each -> each.verdict().kind(),
                        () -> new EnumMap<>(OccurrenceState.Kind.class),
                        Collectors.counting()));
        return outcome.standings().size() + " scans watched: " + kinds.getOrDefault(OccurrenceState.Kind.GOOD, 0L)
                + " good, " + kinds.getOrDefault(OccurrenceState.Kind.PENDING, 0L) + " pending, "
                + kinds.getOrDefault(OccurrenceState.Kind.BAD, 0L) + " failing, "
                + kinds.getOrDefault(OccurrenceState.Kind.UNKNOWN, 0L) + " unknown, "
                + kinds.getOrDefault(OccurrenceState.Kind.EXEMPT, 0L) + " exempt. "
                + switch (outcome.answer()) {
                    case OK -> "All is well.";
                    case FAILED -> "Something failed or missed its window.";
                    case UNKNOWN -> "Nobody can tell whether all is well.";
                };
    }

    private String at(Instant moment) {
        return MINUTE.format(moment.atZone(zone)) + " " + zone.getId();
    }
}
