package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.evidence.ResubmissionNote;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;

/** Puts decisions and attempts on record. */
final class AttemptNotes {
    private static final int LONGEST = 6_000;
    private static final int LONGEST_ACTOR = 256;

    private AttemptNotes() {}

    /** What was decided, and nothing was started. */
    static JournalNote decided(ResubmissionCase it, Did did, ResubmissionDecision decision, Pause.By by) {
        Occurrence trouble = it.trouble();
        Instant due = trouble == null ? it.now() : trouble.key().dueAt();
        long before =
                it.earlier().stream().filter(each -> each.dueAt().equals(due)).count();
        return new ResubmissionNote(
                        it.standing().monitor().id(),
                        it.standing().subjectId(),
                        due,
                        (int) before + 1,
                        did.name(),
                        ForeignLine.of(by.why() + " - " + decision.words(), LONGEST),
                        null)
                .note(actor(by.who()), it.now());
    }

    /** What became of an attempt. */
    static JournalNote of(MakeUpAttempt attempt, String outcome, String actor, Instant at) {
        String steps = attempt.steps().isEmpty() ? "" : " " + String.join(" ", attempt.steps());
        return new ResubmissionNote(
                        attempt.monitorId(),
                        attempt.subjectId(),
                        attempt.dueAt(),
                        attempt.number(),
                        outcome,
                        ForeignLine.of(attempt.words() + steps, LONGEST),
                        attempt.runId())
                .note(actor(actor), at);
    }

    private static String actor(String who) {
        return ForeignLine.of(who, LONGEST_ACTOR - 1);
    }
}
