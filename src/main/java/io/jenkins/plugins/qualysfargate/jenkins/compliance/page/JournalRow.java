package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.ledger.JournalEntry;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;

/** One entry of the audit trail. */
public final class JournalRow {
    private static final int LONGEST = 300;

    private final JournalEntry entry;

    JournalRow(JournalEntry entry) {
        this.entry = entry;
    }

    public long getSequence() {
        return entry.sequence();
    }

    public Moment getAt() {
        return Moment.of(entry.note().at());
    }

    public String getActor() {
        return entry.note().actor();
    }

    public String getAction() {
        return entry.note().action();
    }

    public String getAbout() {
        return entry.note().about();
    }

    /** The beginning of what else there is to know, as it was written. */
    public String getDetail() {
        String document = entry.note().document();
        return document.length() <= LONGEST ? document : document.substring(0, LONGEST) + "…";
    }
}
