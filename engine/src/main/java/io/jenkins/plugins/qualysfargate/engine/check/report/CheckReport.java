package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome.Answer;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState.Kind;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.Member;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The answer to whether all scans ran, finished and were kept, for all monitors or for some of them. It is OK only if every one
 * of them is known to be well or to be owed nothing.
 *
 * @param doubts sentences why even a good answer would not be believed, for example an invalid file
 * @param lines of all scans, in the order of monitors
 * @param sources those that the monitors watch
 * @param incidents keys of open incidents that one of the scans or sources is in
 */
public record CheckReport(
        Instant at,
        Answer answer,
        String reason,
        List<String> doubts,
        List<ScanLine> lines,
        List<SourceLine> sources,
        List<String> incidents) {
    public CheckReport {
        doubts = List.copyOf(doubts);
        lines = List.copyOf(lines);
        sources = List.copyOf(sources);
        incidents = List.copyOf(incidents);
    }

    /**
     * The report of what a turn found.
     *
     * @param monitors those that are asked about; none of them is an answer that nobody knows
     * @param doubts see above
     */
    public static CheckReport of(CheckOutcome outcome, List<Monitor> monitors, List<String> doubts) {
        Set<String> ids = new HashSet<>();
        Set<String> sourceIds = new HashSet<>();
        monitors.forEach(each -> {
            ids.add(each.id());
            sourceIds.add(each.source());
        });
        List<ScanLine> lines = lines(outcome, monitors, ids);
        List<SourceLine> sources = outcome.sources().stream()
                .filter(each -> sourceIds.contains(each.id()))
                .map(SourceLine::of)
                .toList();
        List<String> incidents = outcome.incidents().stream()
                .filter(each -> concerns(each, ids, sourceIds))
                .map(Incident::key)
                .toList();
        Answer answer = answer(lines, sources, doubts);
        return new CheckReport(
                outcome.at(), answer, reason(answer, lines, sources, doubts), doubts, lines, sources, incidents);
    }

    /** The report of a look that did not come about. */
    public static CheckReport unanswered(Instant at, String why) {
        return new CheckReport(at, Answer.UNKNOWN, why, List.of(why), List.of(), List.of(), List.of());
    }

    private static List<ScanLine> lines(CheckOutcome outcome, List<Monitor> monitors, Set<String> ids) {
        List<ScanLine> lines = new ArrayList<>();
        Set<String> heard = new HashSet<>();
        for (Standing each : outcome.standings()) {
            if (ids.contains(each.monitor().id())) {
                heard.add(each.monitor().id());
                lines.add(ScanLine.of(each));
            }
        }
        monitors.stream()
                .filter(each -> !heard.contains(each.id()))
                .map(ScanLine::unheard)
                .forEach(lines::add);
        return lines;
    }

    private static boolean concerns(Incident incident, Set<String> monitors, Set<String> sources) {
        return incident.members().stream().anyMatch(each -> concerns(each, monitors, sources));
    }

    private static boolean concerns(Member member, Set<String> monitors, Set<String> sources) {
        return member.cause()
                ? sources.contains(member.failure().sourceId())
                : monitors.contains(member.failure().monitorId());
    }

    private static Answer answer(List<ScanLine> lines, List<SourceLine> sources, List<String> doubts) {
        if (lines.stream().anyMatch(each -> each.kind() == Kind.BAD)) {
            return Answer.FAILED;
        }
        boolean unknown = lines.isEmpty()
                || !doubts.isEmpty()
                || lines.stream().anyMatch(each -> each.kind() == Kind.UNKNOWN)
                || sources.stream().anyMatch(each -> each.problem() != null);
        return unknown ? Answer.UNKNOWN : Answer.OK;
    }

    private static String reason(Answer answer, List<ScanLine> lines, List<SourceLine> sources, List<String> doubts) {
        if (lines.isEmpty()) {
            return "No monitor was asked about, so nobody can tell.";
        }
        long bad = lines.stream().filter(each -> each.kind() == Kind.BAD).count();
        long unknown =
                lines.stream().filter(each -> each.kind() == Kind.UNKNOWN).count();
        List<String> parts = new ArrayList<>();
        if (bad > 0) {
            parts.add(bad + " of " + lines.size() + " failed or missed their window");
        }
        if (unknown > 0) {
            parts.add("of " + unknown + " of " + lines.size() + " nobody can tell");
        }
        sources.stream()
                .filter(each -> each.problem() != null)
                .map(each -> "the source " + each.id() + " does not answer")
                .forEach(parts::add);
        parts.addAll(doubts);
        return answer == Answer.OK
                ? "All " + lines.size() + " are well, or nothing was due of them."
                : String.join("; ", parts) + (parts.get(parts.size() - 1).endsWith(".") ? "" : ".");
    }

    /** Those that failed or missed their window. */
    public List<ScanLine> failing() {
        return of(Kind.BAD);
    }

    /** Those of which nobody can tell. */
    public List<ScanLine> unknown() {
        return of(Kind.UNKNOWN);
    }

    private List<ScanLine> of(Kind kind) {
        return lines.stream().filter(each -> each.kind() == kind).toList();
    }

    /** Names, each once. */
    public static List<String> names(List<ScanLine> lines) {
        return lines.stream().map(ScanLine::name).distinct().toList();
    }

    /** How many scans are in each state. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        lines.forEach(each -> counts.merge(each.state().name(), 1L, Long::sum));
        return counts;
    }
}
