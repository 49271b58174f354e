package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.incident.Ack;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.util.List;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One incident. */
@ExportedBean(defaultVisibility = 2)
public final class IncidentView {
    private final Incident incident;

    IncidentView(Incident incident) {
        this.incident = incident;
    }

    @Exported
    public String getId() {
        return incident.id();
    }

    @Exported
    public String getKey() {
        return incident.key();
    }

    @Exported
    public String getGroup() {
        return incident.group();
    }

    /** One word, for programs. */
    @Exported(name = "state")
    public String getStateName() {
        return incident.state().name();
    }

    @Exported(name = "urgency")
    public String getUrgency() {
        return incident.urgency().word();
    }

    /** In ISO 8601. */
    @Exported(name = "openedAt")
    public String getOpenedAt() {
        return incident.openedAt().toString();
    }

    /** Names of what fails. */
    @Exported(name = "members")
    public List<String> getNames() {
        return incident.members().stream().map(each -> each.failure().name()).toList();
    }

    public StateWord getState() {
        return StateWord.of(incident.state());
    }

    public boolean isOpen() {
        return incident.open();
    }

    public Moment getOpened() {
        return Moment.of(incident.openedAt());
    }

    @CheckForNull
    public Moment getResolved() {
        return Moment.of(incident.resolvedAt());
    }

    public List<MemberRow> getMembers() {
        return incident.members().stream().map(MemberRow::new).toList();
    }

    /** Null if nobody sees to it. */
    @CheckForNull
    public Ack getAck() {
        return incident.ack();
    }

    @CheckForNull
    public Moment getAckUntil() {
        return incident.ack() == null ? null : Moment.of(incident.ack().until());
    }

    /** How many it had and has no more. */
    public int getTicked() {
        return incident.ticked().size() + incident.tickedMore();
    }
}
