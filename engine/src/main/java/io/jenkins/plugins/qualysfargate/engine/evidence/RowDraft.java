package io.jenkins.plugins.qualysfargate.engine.evidence;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A row while the journal is read. */
final class RowDraft {
    private final long firstEntry;
    private final TreeSet<Long> actions = new TreeSet<>();
    private Verdict verdict;
    private long lastEntry;
    private @Nullable Verdict first;

    /** Which occurrence. */
    record Key(String monitorId, String subjectId, Instant dueAt, String scheduleHash) {
        static Key of(Verdict verdict) {
            return new Key(verdict.monitorId(), verdict.subjectId(), verdict.dueAt(), verdict.scheduleHash());
        }
    }

    RowDraft(Verdict verdict, long sequence) {
        this.firstEntry = sequence;
        this.verdict = verdict;
        this.lastEntry = sequence;
        note(verdict, sequence);
    }

    /** Something newer is on record. */
    void note(Verdict newer, long sequence) {
        verdict = newer;
        lastEntry = sequence;
        if (first == null && ExportWord.of(newer.state()).open()) {
            first = newer;
        }
    }

    void act(long sequence) {
        actions.add(sequence);
    }

    Verdict verdict() {
        return verdict;
    }

    /** True if somebody has to answer for it as things are. */
    boolean open() {
        return ExportWord.of(verdict.state()).open();
    }

    ReportRow row() {
        return new ReportRow(
                verdict,
                ExportWord.of(verdict.state()),
                first == null ? null : first.since(),
                first == null ? null : first.reason(),
                firstEntry,
                lastEntry,
                List.copyOf(actions));
    }
}
