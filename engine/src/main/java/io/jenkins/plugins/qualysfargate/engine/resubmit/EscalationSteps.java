package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people do when a run does not begin to scan: along the one branch for our own scanners, along the other for another team's. */
final class EscalationSteps {
    private static final int MOST_SCANNERS = 12;

    private EscalationSteps() {}

    /**
     * @param standing null if the monitor does not have it any more
     * @param components as they are now; none if the source does not say
     */
    static List<String> of(
            MakeUpAttempt attempt, @Nullable Standing standing, ZoneFacts zones, List<Component> components) {
        ScanZone zone = zones.of(attempt.zoneName(), attempt.subjectName()).orElse(null);
        Care care = standing == null ? null : standing.monitor().care();
        String team =
                care != null && care.otherTeam() != null ? care.otherTeam() : zone == null ? null : zone.otherTeam();
        return numbered(team == null ? own(attempt, zone, care, components) : ticket(attempt, standing, team, care));
    }

    /** Whose run cannot be told of: nobody knows whether there is one. */
    static List<String> lost(MakeUpAttempt attempt) {
        return numbered(List.of(
                "Look at " + attempt.sourceId() + " whether '" + attempt.subjectName()
                        + "' has a run that was created at or" + " after " + attempt.askedAt() + ".",
                "If there is one, leave it; if there is none, start it there by hand, or ask for another attempt."));
    }

    private static List<String> own(
            MakeUpAttempt attempt, @Nullable ScanZone zone, @Nullable Care care, List<Component> components) {
        List<String> steps = new ArrayList<>();
        steps.add("See whether every scanner of " + zone(attempt) + " is green"
                + (zone == null || zone.scanners().isEmpty() ? "." : ": " + String.join(", ", zone.scanners()) + "."));
        String red = components.stream()
                .filter(each -> each.kind() == Component.Kind.SCANNER && Boolean.FALSE.equals(each.working()))
                .filter(each -> zone == null
                        || zone.scanners().isEmpty()
                        || zone.scanners().contains(each.name()))
                .limit(MOST_SCANNERS)
                .map(each -> each.name() + " (" + each.detail() + ")")
                .collect(Collectors.joining("; "));
        if (!red.isEmpty()) {
            steps.add("These are red now: " + red + ".");
        }
        steps.add("A red scanner means one of three: nessusd is down (port tcp/8834 does not answer; look for an"
                + " out-of-memory kill in the kernel log, then start nessusd), the machine is down, or it was reloaded and"
                + " nobody has enabled it again in its zone.");
        steps.add("If it stays red, reboot the scanner, wait until it is green, then ask for another attempt.");
        steps.add("If it stays red after that, reboot its machine hard and open a support case for it.");
        steps.add("Last resort: reload the operating system, register the scanner again, and enable it in its zone.");
        steps.add("If all scanners are green and nothing is scanned all the same, stop run " + attempt.runId()
                + " and escalate to " + owner(care) + ".");
        return steps;
    }

    private static List<String> ticket(
            MakeUpAttempt attempt, @Nullable Standing standing, String team, @Nullable Care care) {
        String error = standing == null || standing.trouble() == null
                ? ""
                : " It was due " + attempt.dueAt() + " and is "
                        + standing.trouble().now().state() + ": "
                        + standing.trouble().now().reason();
        return List.of(
                "Leave the scanners alone: they are run by another team (" + team
                        + "), and what is done here has no effect" + " on them.",
                "Open a ticket. Assignment group: " + team + ". Severity: 2. Title: SCANS FAILED - "
                        + attempt.subjectName()
                        + ". Text: The following scans are identified as failing and need investigation: ["
                        + attempt.subjectName() + "]." + error + " It was started again at " + attempt.launchedAt()
                        + " (run " + attempt.runId() + ", " + zone(attempt) + "): " + attempt.words(),
                "Tell " + owner(care) + " the number of the ticket, and put it into the incident.");
    }

    private static String zone(MakeUpAttempt attempt) {
        if (!attempt.zoneName().isEmpty()) {
            return "zone " + attempt.zoneName();
        }
        return attempt.zoneId() == null ? "whatever zone it runs in" : "zone " + attempt.zoneId();
    }

    private static String owner(@Nullable Care care) {
        if (care == null) {
            return "its owner";
        }
        return care.owner() + (care.runbook() == null ? "" : " (runbook: " + care.runbook() + ")");
    }

    private static List<String> numbered(List<String> steps) {
        List<String> numbered = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            numbered.add((i + 1) + ". " + steps.get(i));
        }
        return numbered;
    }
}
