package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.outbox.MemoryOutbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ledger that ends with the process: for looking once without leaving anything behind, and for tests. */
public final class InMemoryLedger implements Ledger {
    private static final Duration BETWEEN_SWEEPS = Duration.ofHours(1);

    private final Map<EntryKind, NavigableMap<EntryKey, Entry>> entries = new EnumMap<>(EntryKind.class);
    private final List<JournalEntry> journal = new ArrayList<>();
    private final Set<String> said = new HashSet<>();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private final Clock clock;
    private Instant nextSweep = Instant.MIN;

    /** @param clock by which documents expire */
    public InMemoryLedger(Clock clock) {
        this.clock = clock;
        for (EntryKind kind : EntryKind.values()) {
            entries.put(kind, new TreeMap<>());
        }
    }

    private NavigableMap<EntryKey, Entry> of(EntryKind kind) {
        return Objects.requireNonNull(entries.get(kind), "every kind has its documents");
    }

    @Override
    public synchronized Optional<Entry> find(EntryKey key) {
        return Optional.ofNullable(of(key.kind()).get(key)).filter(current());
    }

    @Override
    public synchronized List<Entry> ofId(EntryKind kind, String id, String fromSort, int limit) {
        return of(kind).tailMap(new EntryKey(kind, id, fromSort), true).values().stream()
                .takeWhile(entry -> entry.key().id().equals(id))
                .filter(current())
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Entry> all(EntryKind kind, @Nullable EntryKey after, int limit) {
        NavigableMap<EntryKey, Entry> all = of(kind);
        return (after == null ? all : all.tailMap(after, false))
                .values().stream().filter(current()).limit(limit).toList();
    }

    @Override
    public synchronized List<Entry> inState(EntryKind kind, String state, Instant from, Instant to, int limit) {
        return of(kind).values().stream()
                .filter(current())
                .filter(entry -> entry.state().equals(state)
                        && !entry.at().isBefore(from)
                        && entry.at().isBefore(to))
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::key))
                .limit(limit)
                .toList();
    }

    private Predicate<Entry> current() {
        Instant now = clock.instant();
        return entry -> !entry.expired(now);
    }

    @Override
    public synchronized void commit(Commit commit) throws LedgerConflictException {
        List<EntryKey> conflicts = commit.together().stream()
                .filter(entry -> find(entry.key()).map(Entry::version).orElse(0L) != entry.version())
                .map(Entry::key)
                .toList();
        if (!conflicts.isEmpty()) {
            throw LedgerConflictException.over(conflicts);
        }
        sweep();
        Stream.of(commit.ahead(), commit.together())
                .flatMap(List::stream)
                .forEach(entry -> of(entry.key().kind()).put(entry.key(), entry.saved()));
        for (OutboxMessage message : commit.messages()) {
            if (said.add(message.id())) {
                outbox.save(message);
            }
        }
        journal.addAll(JournalChain.append(head(), commit.notes()));
    }

    private void sweep() {
        Instant now = clock.instant();
        if (!now.isBefore(nextSweep)) {
            entries.values().forEach(each -> each.values().removeIf(entry -> entry.expired(now)));
            nextSweep = now.plus(BETWEEN_SWEEPS);
        }
    }

    @Override
    public synchronized List<JournalEntry> journal(long fromSequence, int limit) {
        int from = (int) Math.min(journal.size(), Math.max(0, fromSequence - 1));
        return List.copyOf(journal.subList(from, Math.min(journal.size(), from + limit)));
    }

    @Override
    public synchronized JournalHead head() {
        return journal.isEmpty()
                ? JournalHead.EMPTY
                : journal.get(journal.size() - 1).head();
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    /** Changes nothing: what is in memory stays there as long as somebody holds on to it. */
    @Override
    public void close() {}
}
