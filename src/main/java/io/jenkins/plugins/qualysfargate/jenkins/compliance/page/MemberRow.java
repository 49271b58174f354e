package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.incident.Child;
import io.jenkins.plugins.qualysfargate.engine.incident.Hearing;
import io.jenkins.plugins.qualysfargate.engine.incident.Member;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.util.List;

/** Something that is wrong and belongs to an incident. */
public final class MemberRow {
    private final Member member;

    MemberRow(Member member) {
        this.member = member;
    }

    public String getName() {
        return member.failure().name();
    }

    /** As the evaluation calls it, for example {@code MISSED}. */
    public String getState() {
        return member.failure().state();
    }

    public Moment getSince() {
        return Moment.of(member.failure().since());
    }

    public String getReason() {
        return member.failure().reason();
    }

    public String getHowToFix() {
        return member.failure().howToFix();
    }

    public String getUrgency() {
        return member.urgency().word();
    }

    /** Why nobody is paged for it; empty if people are. */
    public String getQuietBecause() {
        if (member.hearing() == Hearing.AUDIBLE) {
            return member.quietSince() == null ? "" : Messages.MemberRow_watched();
        }
        return member.because();
    }

    public List<Child> getChildren() {
        return member.children();
    }

    public int getMoreChildren() {
        return member.moreChildren();
    }

    @CheckForNull
    public String getRunbook() {
        return Links.outward(member.failure().care().runbook());
    }
}
