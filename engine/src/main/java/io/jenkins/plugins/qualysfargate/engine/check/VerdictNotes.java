package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.evidence.Verdict;
import io.jenkins.plugins.qualysfargate.engine.evidence.VerdictsNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts occurrences on record. */
final class VerdictNotes {
    private static final int LONGEST_TEXT = 400;

    private VerdictNotes() {}

    static List<JournalNote> of(List<Occurrence> occurrences, Instant now) {
        return VerdictsNote.notes(
                occurrences.stream().map(VerdictNotes::verdict).toList(), now);
    }

    private static Verdict verdict(Occurrence it) {
        String name = cut(it.subjectName());
        return new Verdict(
                it.key().monitorId(),
                it.key().subjectId(),
                name,
                it.key().dueAt(),
                it.key().scheduleHash(),
                it.now().state().name(),
                it.now().since(),
                cut(it.now().reason()),
                it.now().runId(),
                word(it.first()),
                word(it.excused()));
    }

    private static @Nullable String word(@Nullable Judgement judgement) {
        return judgement == null ? null : judgement.state().name();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "…";
    }
}
