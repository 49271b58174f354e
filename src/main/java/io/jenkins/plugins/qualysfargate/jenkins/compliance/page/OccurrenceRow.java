package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;

/** One time that a scan was due. */
public final class OccurrenceRow {
    private final Occurrence occurrence;

    OccurrenceRow(Occurrence occurrence) {
        this.occurrence = occurrence;
    }

    public Moment getDue() {
        return Moment.of(occurrence.key().dueAt());
    }

    public StateWord getState() {
        return StateWord.of(occurrence.now().state());
    }

    public Moment getSince() {
        return Moment.of(occurrence.now().since());
    }

    public String getReason() {
        return occurrence.now().reason();
    }

    public String getRun() {
        return Util.fixNull(occurrence.now().runId());
    }

    /** The verdict that stays on record whatever came later; null if it never was bad. */
    @CheckForNull
    public StateWord getFirst() {
        return occurrence.first() == null
                ? null
                : StateWord.of(occurrence.first().state());
    }
}
