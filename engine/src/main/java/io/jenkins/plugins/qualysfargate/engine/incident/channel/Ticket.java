package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.IncidentNotice;
import io.jenkins.plugins.qualysfargate.engine.incident.NoticeLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * A ticket for the team that runs scanners of ours, in the words that their runbook asks for.
 *
 * @param team as monitors name it; only what is theirs goes into the ticket
 * @param assignmentGroup where the ticket shall land
 * @param offering code under which they know us; empty for none
 * @param severity as they count it, for example {@code 2}
 */
public record Ticket(String team, String assignmentGroup, String offering, String severity) {

    /** What of the notice is this team's. */
    List<NoticeLine> theirs(IncidentNotice notice) {
        return notice.failing().stream()
                .filter(each -> team.equals(each.otherTeam()))
                .toList();
    }

    /** True if there is anything for them to do. */
    boolean concerns(IncidentNotice notice) {
        return !theirs(notice).isEmpty();
    }

    /** The names of the failed scans, and what is known of why. */
    String text(IncidentNotice notice, int longest) {
        StringBuilder text =
                new StringBuilder("Assignment group: ").append(assignmentGroup).append('\n');
        text.append(offering.isEmpty() ? "" : "Offering: " + offering + "\n");
        text.append("Severity: ")
                .append(severity)
                .append("\n\n")
                .append(Words.INTRODUCTION)
                .append('\n');
        List<NoticeLine> theirs = theirs(notice);
        text.append('[')
                .append(String.join(
                        " ",
                        theirs.stream()
                                .flatMap(Ticket::scans)
                                .distinct()
                                .map(Words::line)
                                .toList()))
                .append("]\n\n");
        for (NoticeLine line : theirs) {
            text.append(Words.line(line.name() + ": " + Words.standing(line))).append('\n');
            text.append(line.reason().isEmpty() ? "" : "  Error: " + Words.line(line.reason()) + "\n");
            String clock = Words.clock(line, notice.at());
            text.append(clock.isEmpty() ? "" : "  Compliance: " + clock + "\n");
        }
        return PlainText.cut(
                text.append("\nIncident: ").append(notice.key()).append('\n').toString(), longest);
    }

    private static Stream<String> scans(NoticeLine line) {
        return line.cause() ? line.children().stream().map(each -> each.name()) : Stream.of(line.name());
    }
}
