package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.IncidentDesk;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;

/** Puts what people should do as a remark onto the open incidents of the failed scan, and so onto their issues. */
public final class IncidentRemarks implements MakeUpAlarm {
    private final IncidentDesk incidents;

    public IncidentRemarks(IncidentDesk incidents) {
        this.incidents = incidents;
    }

    @Override
    public boolean raise(MakeUpAttempt attempt) {
        String member = attempt.monitorId() + "/" + attempt.subjectId();
        String text = "The make-up run of '" + attempt.subjectName() + "' (attempt " + attempt.number()
                + ") did not work out. " + attempt.words() + " " + String.join(" ", attempt.steps());
        try {
            for (Incident each : incidents.list()) {
                if (each.open() && concerns(each, member, attempt.subjectName())) {
                    incidents.comment(each.id(), new Pause.By(JournalNote.SYSTEM, text));
                }
            }
            return true;
        } catch (IllegalStateException busy) {
            return false;
        }
    }

    private static boolean concerns(Incident incident, String member, String name) {
        return incident.members().stream()
                .anyMatch(each -> each.failure().key().equals(member)
                        || each.failure().name().equals(name)
                        || each.children().stream()
                                .anyMatch(child -> child.name().equals(name)));
    }
}
