package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.resubmit.MakeUpAttempt;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.util.List;

/** One attempt to make up for a failed run. */
public final class AttemptRow {
    private final MakeUpAttempt attempt;

    AttemptRow(MakeUpAttempt attempt) {
        this.attempt = attempt;
    }

    public String getName() {
        return attempt.subjectName();
    }

    public String getUrl() {
        return Links.subject(attempt.track());
    }

    public StateWord getState() {
        return StateWord.of(attempt.state());
    }

    public Moment getAsked() {
        return Moment.of(attempt.askedAt());
    }

    public Moment getDue() {
        return Moment.of(attempt.dueAt());
    }

    public String getWho() {
        return attempt.by().who();
    }

    public String getWhy() {
        return attempt.by().why();
    }

    public String getRun() {
        return Util.fixNull(attempt.runId());
    }

    public String getWords() {
        return attempt.words();
    }

    /** What a person should do. */
    public List<String> getSteps() {
        return attempt.steps();
    }
}
