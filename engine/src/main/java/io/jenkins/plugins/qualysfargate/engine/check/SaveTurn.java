package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Changes;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Track;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.Step;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Saves what a turn found: first verdicts, then what people are told of them, last how far it got. A crash in between makes
 * the next turn find the same again.
 */
final class SaveTurn {
    private static final int NOTES_AT_ONCE = 10;
    private static final int LINES_AT_ONCE = 1_000;

    private final Ledger ledger;
    private final CheckSetup setup;
    private final CheckState state;
    private final Instant now;

    SaveTurn(Ledger ledger, CheckSetup setup, CheckState state, Instant now) {
        this.ledger = ledger;
        this.setup = setup;
        this.state = state;
        this.now = now;
    }

    void verdicts(Changes changes) throws LedgerConflictException {
        List<Occurrence> occurrences =
                changes.occurrences().stream().filter(OccurrenceEntries::kept).toList();
        for (int from = 0; from < occurrences.size(); from += LINES_AT_ONCE) {
            List<Occurrence> some = occurrences.subList(from, Math.min(occurrences.size(), from + LINES_AT_ONCE));
            List<Entry> entries = some.stream()
                    .map(each -> OccurrenceEntries.entry(each, setup.keepFor()))
                    .toList();
            ledger.commit(new Commit(LastOfEach.of(entries), List.of(), List.of(), VerdictNotes.of(some, now)));
        }
    }

    /** @throws LedgerConflictException if somebody has acted on one of them since it was read */
    void incidents(Step step) throws LedgerConflictException {
        for (StepPart part : StepPart.of(step, NOTES_AT_ONCE)) {
            List<Entry> entries =
                    part.changed().stream().map(state.incidents::entry).toList();
            List<OutboxMessage> messages = part.messages().stream()
                    .filter(each -> !each.channel().equals(CheckSetup.NOBODY))
                    .toList();
            ledger.commit(new Commit(List.of(), entries, messages, part.notes()));
            for (int i = 0; i < entries.size(); i++) {
                state.incidents.saved(part.changed().get(i), entries.get(i));
            }
        }
    }

    void progress(Changes changes) throws LedgerConflictException {
        List<Entry> entries = new ArrayList<>();
        for (Track track : changes.tracks()) {
            entries.add(track(track));
        }
        for (TrackKey key : changes.dropped()) {
            entries.add(new Entry(trackKey(key), 0, "DROPPED", now, "{}", now));
        }
        for (CheckedSource source : setup.sources()) {
            StoredSource stored = state.memory(source.id()).toSave(state.watch.sight(source.id()));
            if (stored != null) {
                entries.add(
                        new Entry(CheckState.sourceKey(source.id()), 0, "KNOWN", now, RecordJson.write(stored), null));
            }
        }
        if (!entries.isEmpty()) {
            ledger.commit(new Commit(LastOfEach.of(entries), List.of(), List.of(), List.of()));
        }
    }

    private Entry track(Track track) {
        String source = state.watch.sourceOf(track.monitorId());
        StoredTrack stored = new StoredTrack(source, track, state.watch.open(track.key()));
        return new Entry(trackKey(track.key()), 0, "TRACKED", track.owedFrom(), RecordJson.write(stored), null);
    }

    private static EntryKey trackKey(TrackKey key) {
        return new EntryKey(EntryKind.TRACK, OccurrenceEntries.id(key), "");
    }

    /** A part of a step that fits into one commit: incidents with everything that is said of them. */
    record StepPart(List<Incident> changed, List<OutboxMessage> messages, List<JournalNote> notes) {

        static List<StepPart> of(Step step, int notesAtOnce) {
            if (step.changed().isEmpty()
                    && step.messages().isEmpty()
                    && step.notes().isEmpty()) {
                return List.of();
            }
            if (step.changed().size() + step.messages().size() <= Commit.TOGETHER
                    && step.notes().size() <= notesAtOnce) {
                return List.of(new StepPart(step.changed(), step.messages(), step.notes()));
            }
            return step.changed().stream()
                    .map(incident -> new StepPart(
                            List.of(incident),
                            step.messages().stream()
                                    .filter(each -> incident.id()
                                            .equals(each.attributes().get("incident")))
                                    .toList(),
                            step.notes().stream()
                                    .filter(each -> each.about().equals(incident.id()))
                                    .toList()))
                    .toList();
        }
    }
}
