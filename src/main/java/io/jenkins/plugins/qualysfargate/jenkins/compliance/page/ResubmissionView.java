package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.resubmit.GuardVerdict;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ResubmissionOutcome;
import java.util.List;

/** What came of asking for a scan to be started again. */
public final class ResubmissionView {
    private final ResubmissionOutcome outcome;

    ResubmissionView(ResubmissionOutcome outcome) {
        this.outcome = outcome;
    }

    public String getName() {
        return outcome.subjectName();
    }

    public String getUrl() {
        return Links.subject(outcome.track());
    }

    public StateWord getState() {
        return StateWord.of(outcome.did());
    }

    public String getWords() {
        return outcome.words();
    }

    /** All of them, in their order. */
    public List<GuardRow> getGuards() {
        return outcome.decision().guards().stream().map(GuardRow::new).toList();
    }

    /** What one guard says. */
    public static final class GuardRow {
        private final GuardVerdict verdict;

        GuardRow(GuardVerdict verdict) {
            this.verdict = verdict;
        }

        public String getName() {
            return verdict.guard().id() + " " + verdict.guard().words();
        }

        public StateWord getState() {
            return StateWord.of(verdict.answer());
        }

        public String getReason() {
            return verdict.reason();
        }
    }
}
