package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendPoint;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ImageSeries;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.history.SeriesQuery;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Novelty;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Follows an image name through the history, one platform at a time. The numbers are those that each scan was judged by:
 * what is new or fixed is so against the baseline of that scan.
 */
public final class StoredTrends {
    private static final DateTimeFormatter LABEL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final History history;

    public StoredTrends(History history) {
        this.history = history;
    }

    /** The trend of an image up to its own judgement; empty if it has no name, or the history has nothing of it. */
    public Optional<Trend> of(JudgedImage image) {
        if (image.name() == null) {
            return Optional.empty();
        }
        ImageSeries series = series(image.name(), image.platform(), image.judgedAt());
        return series.scans().isEmpty() ? Optional.empty() : Optional.of(trend(series));
    }

    /**
     * The newest scans of an image name, as many as a trend has.
     *
     * @param platform null for that of the newest scan that has one
     */
    public ImageSeries series(String imageName, @Nullable Platform platform) {
        return series(imageName, platform, null);
    }

    /** The same as what is drawn, each scan by the time in UTC at which it was judged. */
    public static Trend trend(ImageSeries series) {
        return new Trend(series.scans().stream().map(StoredTrends::point).toList(), series.earlier());
    }

    private ImageSeries series(String imageName, @Nullable Platform platform, @Nullable Instant upTo) {
        ImageSeries any = history.series(new SeriesQuery(imageName, platform, upTo, Trend.MOST));
        Platform newest = platform == null ? newest(any) : null;
        return newest == null ? any : history.series(new SeriesQuery(imageName, newest, upTo, Trend.MOST));
    }

    /** The numbers of two platforms would make a line that jumps up and down between them. */
    private static @Nullable Platform newest(ImageSeries series) {
        List<Platform> platforms = series.scans().stream()
                .map(each -> each.scan().platform())
                .filter(Objects::nonNull)
                .toList();
        return platforms.isEmpty() ? null : platforms.get(platforms.size() - 1);
    }

    private static TrendPoint point(ImageSeries.Entry entry) {
        ScanSummary scan = entry.scan();
        Novelty novelty = entry.novelty();
        return new TrendPoint(
                LABEL.format(scan.judgedAt()),
                scan.verdict(),
                scan.counts() == null ? null : (Long) scan.counts().total(),
                novelty == null ? null : (Long) (novelty.introduced() + novelty.disclosed()),
                novelty == null ? null : (Long) novelty.fixed());
    }
}
