package io.jenkins.plugins.qualysfargate.engine.evidence;

import static java.util.Objects.requireNonNull;

import io.jenkins.plugins.qualysfargate.engine.ledger.ChainCheck;
import io.jenkins.plugins.qualysfargate.engine.ledger.ChainVerdict;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.engine.ledger.JournalHead;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Every occurrence of a period that is on record, with its verdict and what was done about it; follows from the journal alone, so
 * that whoever has the journal can derive it again.
 *
 * @param from the first moment at which an occurrence may have been due
 * @param to no occurrence that was due then or later
 * @param firstSequence of the journal entries that were read
 * @param head of the journal entries that were read: the last one's number and hash
 * @param rows by when they were due
 * @param actions by their sequence numbers: of the period, and what concerns its occurrences
 * @param problems why the report may not tell everything; empty if it does
 */
public record PeriodReport(
        int schemaVersion,
        Instant madeAt,
        Instant from,
        Instant to,
        long firstSequence,
        JournalHead head,
        List<MonitorSummary> monitors,
        List<ReportRow> rows,
        List<ReportAction> actions,
        List<String> problems) {
    public static final int SCHEMA_VERSION = 1;

    /** Of the journal at once; an entry may have 200 KB. */
    private static final int PAGE = 50;

    public PeriodReport {
        requireNonNull(madeAt, "madeAt is missing");
        requireNonNull(from, "from is missing");
        requireNonNull(to, "to is missing");
        requireNonNull(head, "head is missing");
        monitors = List.copyOf(monitors);
        rows = List.copyOf(rows);
        actions = List.copyOf(actions);
        problems = List.copyOf(problems);
    }

    /** From all of the journal as it is now, which is checked on the way. */
    public static PeriodReport of(Ledger ledger, Instant from, Instant to, Instant madeAt) {
        return of(ledger, ledger.head(), new Period(from, to), madeAt);
    }

    /** When occurrences may have been due: from the first moment on, before the second. */
    public record Period(Instant from, Instant to) {

        /** @throws IllegalArgumentException if it is empty */
        public Period {
            if (!from.isBefore(to)) {
                throw new IllegalArgumentException("The period from " + from + " to " + to
                        + " has no moment: its end must be after its beginning.");
            }
        }

        boolean has(Instant moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    /** @param upTo where the journal ended when the report was made */
    static PeriodReport of(Ledger ledger, JournalHead upTo, Period period, Instant madeAt) {
        ChainCheck check = new ChainCheck(JournalHead.EMPTY, List.of(upTo));
        Gathering gathering = new Gathering(period);
        long next = 1;
        List<JournalEntry> page = ledger.journal(next, PAGE);
        while (!page.isEmpty() && next <= upTo.sequence()) {
            for (JournalEntry entry : page) {
                if (entry.sequence() <= upTo.sequence()) {
                    check.add(entry);
                    gathering.add(entry);
                }
            }
            next = Math.max(next, page.get(page.size() - 1).sequence()) + 1;
            page = ledger.journal(next, PAGE);
        }
        List<String> problems = new ArrayList<>();
        check.ended().<Boolean>fold(whole -> true, broken -> problems.add(problem(broken)));
        problems.addAll(gathering.problems());
        List<ReportRow> rows = gathering.rows();
        return new PeriodReport(
                SCHEMA_VERSION,
                madeAt,
                period.from(),
                period.to(),
                Math.min(1, upTo.sequence()),
                upTo,
                MonitorSummary.of(rows),
                rows,
                gathering.actions(),
                problems);
    }

    private static String problem(ChainVerdict.Broken broken) {
        return "The journal is not what was written from entry " + broken.sequence() + " on: " + broken.reason()
                + ". Nothing that follows it proves anything.";
    }

    /** How many ended so. */
    public long count(ExportWord word) {
        return rows.stream().filter(row -> row.word() == word).count();
    }
}
