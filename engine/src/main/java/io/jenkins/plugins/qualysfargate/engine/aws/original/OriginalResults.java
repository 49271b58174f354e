package io.jenkins.plugins.qualysfargate.engine.aws.original;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Bucket;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The original scanner's results in the bucket, page by page; those that this project wrote are left out. A call that fails
 * is an exception of the bucket's or the table's, and never an empty page. Not for several threads.
 */
public final class OriginalResults {
    private final Bucket bucket;
    private final OriginalCache cache;
    private String repository = "";
    private List<String> keysOfRepository = List.of();

    public OriginalResults(Bucket bucket, OriginalCache cache) {
        this.bucket = bucket;
        this.cache = cache;
    }

    /**
     * Some results, in the order of their keys.
     *
     * @param prefix of a repository; empty for all
     * @param after where the page before ended; null for the first one
     * @param limit at most so many objects are looked at, at least 1
     */
    public OriginalPage page(String prefix, @Nullable String after, int limit) {
        List<OriginalEntry> entries = new ArrayList<>();
        String last = "";
        Iterator<Bucket.Listed> objects =
                bucket.list(OriginalKey.PREFIX + prefix, after).iterator();
        for (int seen = 0; seen < limit && objects.hasNext(); seen++) {
            Bucket.Listed object = objects.next();
            last = object.key();
            entry(object).ifPresent(entries::add);
        }
        return new OriginalPage(entries, objects.hasNext() ? last : null);
    }

    private Optional<OriginalEntry> entry(Bucket.Listed object) {
        Optional<OriginalKey> key = OriginalKey.parse(object.key());
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            return read(object.key(), key.get()).map(result -> assessed(object, result));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(new OriginalEntry(
                    key.get(),
                    null,
                    object.lastModified(),
                    new Assessment.Unreadable(
                            "Object " + object.key() + " cannot be read as a result: " + e.getMessage())));
        }
    }

    private Optional<OriginalResult> read(String key, OriginalKey parsed) throws IOException {
        Optional<InputStream> body = bucket.open(key);
        if (body.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = body.get()) {
            return OriginalJson.read(parsed, in);
        }
    }

    private OriginalEntry assessed(Bucket.Listed object, OriginalResult result) {
        Assessment assessment = Assessment.of(result.numbers(), null);
        if (assessment instanceof Assessment.Suspect) {
            assessment = Assessment.of(result.numbers(), previous(result.key()));
        }
        Instant cached = cache.find(result.key().digest())
                .map(OriginalCache.Cached::scannedAt)
                .orElse(Instant.MIN);
        Instant freshAt = cached.isAfter(object.lastModified()) ? cached : object.lastModified();
        return new OriginalEntry(result.key(), result, freshAt, assessment);
    }

    private @Nullable OriginalNumbers previous(OriginalKey key) {
        if (!repository.equals(key.repository())) {
            // The listing brings all results of a repository one after the other.
            repository = key.repository();
            keysOfRepository = bucket.list(OriginalKey.prefix(repository), null)
                    .map(Bucket.Listed::key)
                    .toList();
        }
        Optional<String> before = keysOfRepository.stream()
                .filter(each -> OriginalKey.parse(each)
                        .filter(other -> other.repository().equals(key.repository())
                                && !other.digest().equals(key.digest())
                                && other.time().isBefore(key.time()))
                        .isPresent())
                .max(Comparator.comparing(
                        each -> OriginalKey.parse(each).orElseThrow().time()));
        try {
            return before.isEmpty()
                    ? null
                    : read(before.get(), OriginalKey.parse(before.get()).orElseThrow())
                            .map(OriginalResult::numbers)
                            .orElse(null);
        } catch (IOException unreadable) {
            // It is suspect either way; only the reason would be a better one.
            return null;
        }
    }
}
