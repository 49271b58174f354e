package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that was ever judged. What {@link #record} returned from survives a crash, and what is read back is what
 * was recorded or a {@link CorruptHistoryException}, never a part of it. May be called from any thread.
 *
 * <p>Every method throws {@link HistoryUnavailableException} if the store cannot be reached, and those that read a
 * report throw {@link CorruptHistoryException} if it is not what was recorded; so do its findings while they are
 * iterated.
 */
public interface History extends AutoCloseable {

    /** Keeps a scan of which nothing is to be said to anybody. */
    default ScanId record(ScanRecord scan) {
        return record(scan, List.of());
    }

    /**
     * Keeps a scan and what is to be said about it in one atomic save; an id that is kept already stays as it is, and then
     * nothing is said again.
     */
    ScanId record(ScanRecord scan, List<OutboxMessage> messages);

    /** The same, and the scanner's own files beside the result, if this history has a place for them. */
    default ScanId record(ScanRecord scan, List<OutboxMessage> messages, List<RawReport> files) {
        return record(scan, messages);
    }

    /** The messages that were saved with scans and wait for delivery. */
    Outbox outbox();

    /** One scan with its report; the findings of a large one are read while they are iterated. */
    Optional<ScanRecord> find(ScanId id);

    /** Newest first, by the time of judgement. The next page is {@code query.after(PageToken.after(last line))}. */
    List<ScanSummary> list(HistoryQuery query);

    /** How the scans of one image changed, each with the numbers that it was judged by; empty if there is none. */
    ImageSeries series(SeriesQuery query);

    /** The complete scan of this digest and platform that looked at the image last; whether it will do is for {@link CachePolicy}. */
    Optional<ScanRecord> latestComplete(Digest digest, Platform platform);

    /**
     * For each of these digests the scan that answers for it: the complete one that looked at the image last, else the
     * newest of those that gave no answer. A digest that was never scanned is missing. Costs by how many are asked for,
     * and not by what is stored.
     */
    Map<Digest, ScanSummary> latest(Collection<Digest> digests);

    /** What to compare with; empty if there is no such scan. */
    Optional<Baseline> baseline(BaselineQuery query);

    /**
     * When each finding was first seen in any complete scan of this image name, the scans of the same digest included;
     * so it is known even where there is no {@link #baseline}.
     */
    Map<FindingIdentity, Instant> firstSeen(String imageName);

    /**
     * Forgets the scans that were judged before then. When a finding was first seen is known as long as there is any
     * scan of its image name, also if the scan that saw it first is forgotten.
     *
     * @return how many scans are forgotten
     */
    int purge(Instant olderThan);

    @Override
    void close();
}
