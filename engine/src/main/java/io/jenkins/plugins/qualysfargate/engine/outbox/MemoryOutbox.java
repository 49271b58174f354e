package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outbox in memory: for what is not kept over the end of the process. */
public final class MemoryOutbox implements Outbox {
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(
            OutboxMessage message,
            Instant dueAt,
            int attempts,
            @Nullable String token,
            @Nullable Instant givenUpAt,
            String reason) {
        boolean waits() {
            return givenUpAt == null;
        }
    }

    /** Puts a message in, as the save of a change does; one that waits already waits on. */
    public synchronized void save(OutboxMessage message) {
        entries.putIfAbsent(message.id(), new Entry(message, message.createdAt(), 0, null, null, ""));
    }

    @Override
    public synchronized List<Claim> claim(String channel, Instant now, Duration lease, int limit) {
        List<Claim> claims = new ArrayList<>();
        entries.values().stream()
                .filter(Entry::waits)
                .filter(entry -> entry.message().channel().equals(channel)
                        && !entry.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Entry::dueAt)
                        .thenComparing(entry -> entry.message().id()))
                .limit(limit)
                .toList()
                .forEach(entry -> {
                    Claim claim = new Claim(
                            entry.message(), UUID.randomUUID().toString(), entry.attempts() + 1, now.plus(lease));
                    entries.put(
                            entry.message().id(),
                            new Entry(entry.message(), claim.until(), claim.attempt(), claim.token(), null, ""));
                    claims.add(claim);
                });
        return claims;
    }

    @Override
    public synchronized void delivered(Claim claim) {
        if (holds(claim)) {
            entries.remove(claim.message().id());
        }
    }

    @Override
    public synchronized void postpone(Claim claim, Instant retryAt, String reason) {
        if (holds(claim)) {
            entries.put(claim.message().id(), new Entry(claim.message(), retryAt, claim.attempt(), null, null, reason));
        }
    }

    @Override
    public synchronized void abandon(Claim claim, Instant now, String reason) {
        if (holds(claim)) {
            entries.put(claim.message().id(), new Entry(claim.message(), now, claim.attempt(), null, now, reason));
        }
    }

    private boolean holds(Claim claim) {
        Entry entry = entries.get(claim.message().id());
        return entry != null && claim.token().equals(entry.token());
    }

    @Override
    public synchronized List<OutboxMessage> waiting(int limit) {
        return entries.values().stream()
                .filter(Entry::waits)
                .map(Entry::message)
                .sorted(Comparator.comparing(OutboxMessage::createdAt).thenComparing(OutboxMessage::id))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized List<Undelivered> undelivered(int limit) {
        return entries.values().stream()
                .filter(entry -> entry.givenUpAt() != null)
                .map(entry -> new Undelivered(entry.message(), entry.attempts(), entry.dueAt(), entry.reason()))
                .sorted(Comparator.comparing(Undelivered::givenUpAt).reversed().thenComparing(each -> each.message()
                        .id()))
                .limit(limit)
                .toList();
    }
}
