package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.engine.ledger.ChainCheck;
import io.jenkins.plugins.qualysfargate.engine.ledger.ChainVerdict;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalChain;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalNote;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/**
 * A journal as a file to hand out: one JSON object per line, with every text exactly as it is hashed, so that whoever has the
 * file can follow the chain without this program.
 */
public final class JournalLines {
    private static final int PAGE = 50;

    private JournalLines() {}

    /** @param at as it is hashed, see {@link JournalChain} */
    private record Line(
            long sequence,
            String previousHash,
            String at,
            String actor,
            String action,
            String about,
            String document,
            String hash) {
        Line {
            requireNonNull(previousHash, "previousHash is missing");
            requireNonNull(at, "at is missing");
            requireNonNull(actor, "actor is missing");
            requireNonNull(action, "action is missing");
            requireNonNull(about, "about is missing");
            requireNonNull(document, "document is missing");
            requireNonNull(hash, "hash is missing");
        }

        static Line of(JournalEntry entry) {
            JournalNote note = entry.note();
            return new Line(
                    entry.sequence(),
                    entry.previousHash(),
                    JournalChain.time(note.at()),
                    note.actor(),
                    note.action(),
                    note.about(),
                    note.document(),
                    entry.hash());
        }

        JournalEntry entry() {
            JournalNote note = new JournalNote(Instant.parse(at), actor, action, about, document);
            return new JournalEntry(sequence, note, previousHash, hash);
        }
    }

    /** Writes all entries and leaves the stream open. */
    public static void write(Ledger ledger, OutputStream out) throws IOException {
        List<JournalEntry> page = ledger.journal(1, PAGE);
        while (!page.isEmpty()) {
            for (JournalEntry entry : page) {
                RecordJson.write(out, Line.of(entry));
                out.write('\n');
            }
            page = ledger.journal(page.get(page.size() - 1).sequence() + 1, PAGE);
        }
    }

    /**
     * Follows the chain of a file.
     *
     * @param known ends that the journal had at some time, known from elsewhere
     * @throws IllegalArgumentException if a line is no entry
     */
    public static ChainVerdict check(BufferedReader lines, List<JournalHead> known) throws IOException {
        ChainCheck check = new ChainCheck(JournalHead.EMPTY, known);
        int number = 1;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            check.add(read(line, number));
            number++;
        }
        return check.ended();
    }

    private static JournalEntry read(String line, int number) {
        try {
            return RecordJson.read(line, Line.class).entry();
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "Tried to read line " + number + " of a journal, but it is no entry: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
