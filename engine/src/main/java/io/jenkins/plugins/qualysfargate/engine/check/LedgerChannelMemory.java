package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.incident.channel.ChannelMemory;
import io.jenkins.plugins.qualysfargate.engine.ledger.Commit;
import io.jenkins.plugins.qualysfargate.engine.ledger.Entry;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKey;
import io.jenkins.plugins.qualysfargate.engine.ledger.EntryKind;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.LedgerConflictException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What channels remember, in the ledger. */
public final class LedgerChannelMemory implements ChannelMemory {
    /** Longer than any incident is talked about after its end. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final Ledger ledger;
    private final Clock clock;

    public LedgerChannelMemory(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public Optional<String> get(String channel, String incident) {
        return ledger.find(key(channel, incident)).map(Entry::document);
    }

    @Override
    public void put(String channel, String incident, String document) {
        Entry entry = new Entry(
                key(channel, incident),
                0,
                "KNOWN",
                clock.instant(),
                document,
                clock.instant().plus(KEPT));
        try {
            ledger.commit(new Commit(List.of(entry), List.of(), List.of(), List.of()));
        } catch (LedgerConflictException impossible) {
            throw new IllegalStateException("Nothing was saved together that could conflict", impossible);
        }
    }

    private static EntryKey key(String channel, String incident) {
        return new EntryKey(EntryKind.DELIVERY, channel + "/" + incident, "");
    }
}
