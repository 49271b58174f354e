package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery;
import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery.Choice;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.RawReport;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The history as scans use it. Where it cannot be read there is no baseline and no cached scan, and a policy that needs
 * one gives no answer; where it cannot be written the verdict stands and says so.
 */
final class Archive {
    private final @Nullable History history;
    private final BaselineChoice baselines;
    private final Map<Subject, Baseline> compared = new ConcurrentHashMap<>();
    private final Map<JudgedImage, ScanId> recorded = new ConcurrentHashMap<>();
    private final Map<Subject, String> notCompared = new ConcurrentHashMap<>();

    /**
     * @param history null for none
     * @param baselines what to compare with
     */
    Archive(@Nullable History history, BaselineChoice baselines) {
        this.history = history;
        this.baselines = baselines;
    }

    @Nullable
    Baseline baseline(Subject subject) {
        String name = subject.name();
        Choice choice = baselines.of(subject);
        if (history == null || choice == null || name == null) {
            return null;
        }
        try {
            Optional<Baseline> found =
                    history.baseline(BaselineQuery.previous(name, subject.platform(), subject.digest())
                            .choosing(choice));
            found.ifPresent(baseline -> compared.put(subject, baseline));
            if (found.isEmpty() && !choice.equals(new Choice.Previous())) {
                notCompared.put(subject, "The baseline that was asked for is not in the history.");
            }
            return found.orElse(null);
        } catch (HistoryUnavailableException | CorruptHistoryException lost) {
            // The policy says what a missing baseline means; for one that needs it there is no answer then.
            notCompared.put(subject, String.valueOf(lost.getMessage()));
            return null;
        }
    }

    /** What an image was compared with when it was judged; null if with nothing. */
    @Nullable
    Baseline comparedWith(JudgedImage image) {
        return compared.get(subject(image));
    }

    /** Under which id it was recorded; null if it was not. */
    @Nullable
    ScanId idOf(JudgedImage image) {
        return recorded.get(image);
    }

    private static Subject subject(JudgedImage image) {
        return new Subject(image.name(), image.digest(), image.platform());
    }

    Optional<ScanRecord> latestComplete(Digest digest, Platform platform) {
        if (history == null) {
            return Optional.empty();
        }
        try {
            return history.latestComplete(digest, platform);
        } catch (HistoryUnavailableException | CorruptHistoryException lost) {
            return Optional.empty();
        }
    }

    /**
     * Records the scan of an image and gives the image back, with a remark if that failed.
     *
     * @param scan makes what is kept; only asked if there is a history
     * @param files that the scanner wrote
     */
    JudgedImage record(JudgedImage judged, Function<JudgedImage, ScanRecord> scan, List<RawReport> files) {
        String lostBaseline = notCompared.get(subject(judged));
        JudgedImage image =
                lostBaseline == null ? judged : warned(judged, "Compared with no earlier scan: " + lostBaseline);
        if (history == null) {
            return image;
        }
        try {
            recorded.put(image, history.record(scan.apply(judged), List.of(), files));
            return image;
        } catch (HistoryUnavailableException | CorruptHistoryException lost) {
            return warned(image, "This scan is not in the history: " + lost.getMessage());
        }
    }

    private static JudgedImage warned(JudgedImage image, String warning) {
        return image.judged(image.judgement().warning(List.of(warning)));
    }
}
