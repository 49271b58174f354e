package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;

/** One scan in the table. */
public final class ScanRow {
    private final Standing standing;

    @CheckForNull
    private final Occurrence counts;

    ScanRow(Standing standing) {
        this.standing = standing;
        this.counts = standing.trouble() == null ? standing.latest() : standing.trouble();
    }

    public String getName() {
        return standing.subjectName();
    }

    public String getMonitor() {
        return standing.monitor().id();
    }

    public String getSource() {
        return standing.monitor().source();
    }

    public String getUrl() {
        return Links.subject(standing.key());
    }

    public String getZone() {
        return Util.fixNull(standing.zoneId());
    }

    public StateWord getState() {
        return StateWord.of(standing.state());
    }

    public StateWord getVerdict() {
        return StateWord.of(standing.verdict());
    }

    @CheckForNull
    public Moment getSince() {
        return standing.trouble() != null && standing.troubleSince() != null
                ? Moment.of(standing.troubleSince())
                : Moment.of(counts == null ? null : counts.now().since());
    }

    @CheckForNull
    public Moment getLastSuccess() {
        return Moment.of(standing.lastSuccess());
    }

    @CheckForNull
    public Moment getNextDue() {
        return Moment.of(standing.nextDue());
    }

    public String getReason() {
        Judgement now = judgement();
        return now == null ? "" : now.reason();
    }

    public String getHowToFix() {
        Judgement now = judgement();
        return now == null ? "" : now.howToFix();
    }

    public String getOwner() {
        return Util.fixNull(standing.monitor().care().owner());
    }

    /** Null if there is none that may be followed. */
    @CheckForNull
    public String getRunbook() {
        return Links.outward(standing.monitor().care().runbook());
    }

    @CheckForNull
    private Judgement judgement() {
        return counts == null ? null : counts.now();
    }
}
