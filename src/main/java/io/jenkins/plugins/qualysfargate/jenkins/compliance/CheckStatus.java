package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckReport;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How the check stands, as of its last turn.
 *
 * @param configured false if nothing is to be checked
 * @param settings those that hold; null if there are none yet, or none are sound
 * @param outcome of the last turn that succeeded by these settings; null if none did
 * @param current false if the configured file is not the one that holds
 * @param fileProblems what is wrong with the configured file
 * @param warnings what the file that holds says and probably does not mean
 * @param failure why the last turn did not succeed; null if it did, or none was tried
 * @param failingSince null if the last turn succeeded
 * @param stuck messages that nobody has received
 */
public record CheckStatus(
        boolean configured,
        @CheckForNull ComplianceSettings settings,
        @CheckForNull CheckOutcome outcome,
        boolean current,
        List<String> fileProblems,
        List<String> warnings,
        @CheckForNull String failure,
        @CheckForNull Instant failingSince,
        List<StuckMessage> stuck) {
    /** How many problems of a kind are listed. */
    private static final int SHOWN = 10;

    /** Before anything is known. */
    static final CheckStatus NONE =
            new CheckStatus(false, null, null, true, List.of(), List.of(), null, null, List.of());

    public CheckStatus {
        fileProblems = List.copyOf(fileProblems);
        warnings = List.copyOf(warnings);
        stuck = List.copyOf(stuck);
    }

    /** By another file, or none; what was found by the same settings stays. */
    CheckStatus by(FileInForce.Choice choice, boolean isConfigured) {
        ComplianceText file = choice.text();
        ComplianceSettings now = file == null ? null : file.settings();
        boolean same = now != null && now.equals(settings);
        return new CheckStatus(
                isConfigured,
                now,
                same ? outcome : null,
                choice.current(),
                choice.problems(),
                file == null ? List.of() : file.warnings(),
                isConfigured ? failure : null,
                isConfigured ? failingSince : null,
                stuck);
    }

    CheckStatus found(CheckOutcome latest) {
        return new CheckStatus(configured, settings, latest, current, fileProblems, warnings, null, null, stuck);
    }

    CheckStatus failed(String why, Instant now) {
        Instant since = failingSince == null ? now : failingSince;
        return new CheckStatus(configured, settings, outcome, current, fileProblems, warnings, why, since, stuck);
    }

    CheckStatus stuck(List<StuckMessage> messages) {
        return new CheckStatus(
                configured, settings, outcome, current, fileProblems, warnings, failure, failingSince, messages);
    }

    /** Why even a good answer would not be believed. */
    List<String> doubts() {
        List<String> doubts = new ArrayList<>();
        if (!current) {
            doubts.add("The compliance file is not sound, and what it wants is not checked: "
                    + String.join(" ", fileProblems));
        }
        if (failure != null) {
            doubts.add("The last look did not succeed: " + failure);
        }
        return doubts;
    }

    /**
     * The report of what was found.
     *
     * @param monitors pattern for the ids of monitors; empty for all
     */
    public CheckReport report(String monitors, Instant now) {
        if (outcome == null || settings == null) {
            List<String> reasons = doubts();
            return CheckReport.unanswered(
                    now, reasons.isEmpty() ? "Nobody has looked yet." : String.join(" ", reasons));
        }
        Glob glob = new Glob(monitors.isEmpty() ? "*" : monitors);
        List<Monitor> chosen = settings.monitors().stream()
                .filter(each -> glob.matches(each.id()))
                .toList();
        if (chosen.isEmpty()) {
            return CheckReport.unanswered(
                    outcome.at(), "No monitor has an id like '" + monitors + "', so nobody can tell.");
        }
        return CheckReport.of(outcome, chosen, doubts());
    }

    /** Why scheduled scans are not, or not wholly, watched; a sentence each, in the language of the reader. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (failure != null) {
            problems.add(Messages.ComplianceMonitor_failed(failingSince, failure));
        }
        if (!fileProblems.isEmpty()) {
            problems.add(
                    settings == null
                            ? Messages.ComplianceMonitor_nothingInForce()
                            : current ? Messages.ComplianceMonitor_notKept() : Messages.ComplianceMonitor_oldFile());
            fileProblems.stream().limit(SHOWN).forEach(problems::add);
        }
        blindSources().stream()
                .limit(SHOWN)
                .forEach(each -> problems.add(Messages.ComplianceMonitor_blind(
                        each.id(), each.blindSince(), each.blindBecause(), each.howToFix())));
        if (!stuck.isEmpty()) {
            problems.add(Messages.ComplianceMonitor_stuck(stuck.size()));
            stuck.stream()
                    .limit(SHOWN)
                    .forEach(each -> problems.add(
                            Messages.ComplianceMonitor_message(each.channel(), each.subject(), each.reason())));
        }
        return problems;
    }

    /** The sources that do not answer. */
    public List<SourceView> blindSources() {
        return outcome == null
                ? List.of()
                : outcome.sources().stream()
                        .filter(each -> each.blindBecause() != null)
                        .toList();
    }
}
