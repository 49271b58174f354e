package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.resubmit.GuardVerdict;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ResubmissionOutcome;
import java.util.List;

/** What was decided about starting a scan again, and what every guard says. */
public final class DecisionView {
    private final ResubmissionOutcome outcome;

    DecisionView(ResubmissionOutcome outcome) {
        this.outcome = outcome;
    }

    public String getName() {
        return outcome.subjectName();
    }

    public String getWords() {
        return outcome.words();
    }

    /** What was done, in the engine's word. */
    public String getDid() {
        return outcome.did().name();
    }

    /** A line each. */
    public List<String> getGuards() {
        return outcome.decision().guards().stream().map(GuardVerdict::words).toList();
    }
}
