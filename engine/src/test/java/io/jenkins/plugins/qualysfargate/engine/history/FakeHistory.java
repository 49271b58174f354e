package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.outbox.MemoryOutbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A history in memory that keeps the promises of {@link History}, and breaks down when it is told to. */
public final class FakeHistory implements History {
    private static final Comparator<ScanRecord> BY_SCAN = Comparator.comparing(ScanRecord::scannedAt)
            .thenComparing(scan -> scan.image().judgedAt())
            .thenComparing(ScanRecord::id);

    private final Map<ScanId, ScanRecord> scans = new LinkedHashMap<>();
    private final Map<String, Map<FindingIdentity, Instant>> sightings = new HashMap<>();
    private final MemoryOutbox outbox = new MemoryOutbox();
    private @Nullable RuntimeException failure;

    /** From now on every call throws this. */
    public synchronized void failWith(RuntimeException exception) {
        failure = exception;
    }

    /** From now on calls work again. */
    public synchronized void recover() {
        failure = null;
    }

    /** Everything that was recorded, in that order. */
    public synchronized List<ScanRecord> recorded() {
        return List.copyOf(scans.values());
    }

    @Override
    public synchronized ScanId record(ScanRecord scan, List<OutboxMessage> messages) {
        check();
        ScanReport report = scan.image().report();
        if (scans.putIfAbsent(scan.id(), scan) != null) {
            return scan.id();
        }
        messages.forEach(outbox::save);
        if (scan.complete() && report != null) {
            String name = scan.image().name();
            if (name != null) {
                Map<FindingIdentity, Instant> known =
                        sightings.computeIfAbsent(ImageName.of(name).place(), place -> new HashMap<>());
                for (Finding finding : report.findings()) {
                    for (FindingIdentity each : FindingIdentity.of(finding)) {
                        known.merge(each, scan.scannedAt(), (one, other) -> one.isBefore(other) ? one : other);
                    }
                }
            }
        }
        return scan.id();
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public synchronized Optional<ScanRecord> find(ScanId id) {
        check();
        return Optional.ofNullable(scans.get(id));
    }

    @Override
    public synchronized List<ScanSummary> list(HistoryQuery query) {
        check();
        return scans.values().stream()
                .map(ScanSummary::of)
                .filter(line -> matches(query, line))
                .sorted(Comparator.comparing(ScanSummary::judgedAt)
                        .thenComparing(ScanSummary::id)
                        .reversed())
                .limit(query.limit())
                .toList();
    }

    private static boolean matches(HistoryQuery query, ScanSummary line) {
        return matchesName(query.image(), line.name())
                && (query.digest() == null || query.digest().equals(line.digest()))
                && (query.verdict() == null || query.verdict() == line.verdict())
                && (query.since() == null || !line.judgedAt().isBefore(query.since()))
                && (query.until() == null || line.judgedAt().isBefore(query.until()))
                && (query.after() == null || isAfter(line, query.after()));
    }

    private static boolean matchesName(@Nullable NameGlob glob, @Nullable String name) {
        if (glob == null || name == null) {
            return glob == null;
        }
        ImageName image = ImageName.of(name);
        return glob.matchesPlace(image.place()) && glob.matchesTag(image.tag());
    }

    private static boolean isAfter(ScanSummary line, PageToken token) {
        int time = line.judgedAt().compareTo(token.judgedAt());
        return time < 0 || (time == 0 && line.id().compareTo(token.id()) < 0);
    }

    @Override
    public synchronized Optional<ScanRecord> latestComplete(Digest digest, Platform platform) {
        check();
        return complete()
                .filter(scan -> digest.equals(scan.image().digest()))
                .filter(scan -> platform.equals(scan.image().platform()))
                .max(BY_SCAN);
    }

    @Override
    public synchronized Map<Digest, ScanSummary> latest(Collection<Digest> digests) {
        check();
        Map<Digest, ScanSummary> latest = new HashMap<>();
        for (Digest digest : digests) {
            scans.values().stream()
                    .filter(scan -> digest.equals(scan.image().digest()))
                    .max(Comparator.comparing(ScanRecord::complete).thenComparing(BY_SCAN))
                    .ifPresent(scan -> latest.put(digest, ScanSummary.of(scan)));
        }
        return latest;
    }

    @Override
    public synchronized ImageSeries series(SeriesQuery query) {
        check();
        String place = ImageName.of(query.imageName()).place();
        List<ImageSeries.Entry> all = scans.values().stream()
                .filter(scan -> place.equals(place(scan)))
                .filter(scan -> query.platform() == null
                        || scan.image().platform() == null
                        || query.platform().equals(scan.image().platform()))
                .filter(scan -> query.upTo() == null || !scan.image().judgedAt().isAfter(query.upTo()))
                .sorted(Comparator.<ScanRecord, Instant>comparing(
                                scan -> scan.image().judgedAt())
                        .thenComparing(ScanRecord::id))
                .map(scan -> new ImageSeries.Entry(
                        ScanSummary.of(scan), scan.image().judgement().novelty()))
                .toList();
        int earlier = Math.max(0, all.size() - query.limit());
        return new ImageSeries(all.subList(earlier, all.size()), earlier);
    }

    @Override
    public synchronized Optional<Baseline> baseline(BaselineQuery query) {
        check();
        Predicate<ScanRecord> chosen = query.choice()
                .fold(
                        it -> previous(query),
                        it -> previous(query).and(scan -> it.tag().equals(tag(scan))),
                        it -> onPlatform(query)
                                .and(scan -> it.digest().equals(scan.image().digest())),
                        it -> scan -> scan.id().equals(it.id()));
        return complete().filter(chosen).max(BY_SCAN).map(scan -> query.answer(scan, firstSeen(query.imageName())));
    }

    private static Predicate<ScanRecord> onPlatform(BaselineQuery query) {
        return scan ->
                query.platform() == null || query.platform().equals(scan.image().platform());
    }

    private static Predicate<ScanRecord> previous(BaselineQuery query) {
        String place = ImageName.of(query.imageName()).place();
        return onPlatform(query)
                .and(scan -> place.equals(place(scan)))
                .and(scan -> query.digest() == null
                        || !query.digest().equals(scan.image().digest()))
                .and(scan -> !scan.id().equals(query.self()))
                .and(scan -> query.before() == null || scan.scannedAt().isBefore(query.before()));
    }

    private static @Nullable String place(ScanRecord scan) {
        return scan.image().name() == null
                ? null
                : ImageName.of(scan.image().name()).place();
    }

    private static @Nullable String tag(ScanRecord scan) {
        return scan.image().name() == null
                ? null
                : ImageName.of(scan.image().name()).tag();
    }

    private Stream<ScanRecord> complete() {
        return scans.values().stream().filter(ScanRecord::complete);
    }

    @Override
    public synchronized Map<FindingIdentity, Instant> firstSeen(String imageName) {
        check();
        return Map.copyOf(sightings.getOrDefault(ImageName.of(imageName).place(), Map.of()));
    }

    @Override
    public synchronized int purge(Instant olderThan) {
        check();
        int before = scans.size();
        scans.values().removeIf(scan -> scan.image().judgedAt().isBefore(olderThan));
        sightings.keySet().removeIf(place -> scans.values().stream().noneMatch(scan -> place.equals(place(scan))));
        return before - scans.size();
    }

    private void check() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {}
}
