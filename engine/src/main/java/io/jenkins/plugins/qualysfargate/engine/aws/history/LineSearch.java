package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryLine;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.ImageName;
import io.jenkins.plugins.qualysfargate.engine.history.ImageSeries;
import io.jenkins.plugins.qualysfargate.engine.history.NameGlob;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.history.SeriesQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Pages and series, read from the partition in which they stand together. */
final class LineSearch {
    /** Up to so many image names are asked one by one; beyond that so many of all scans match that all are walked. */
    private static final int ONE_BY_ONE = 32;

    private final Lines lines;
    private final Days days;
    private final Names names;

    LineSearch(Lines lines, Days days, Names names) {
        this.lines = lines;
        this.days = days;
        this.names = names;
    }

    List<ScanSummary> list(HistoryQuery query) {
        if (Lines.range(query).empty()) {
            return List.of();
        }
        return lines(query)
                .filter(line -> query.digest() == null
                        || query.digest().equals(line.scan().digest()))
                .filter(line -> query.image() == null || isOf(query.image(), line.image()))
                .limit(query.limit())
                .map(HistoryLine::scan)
                .toList();
    }

    private Stream<HistoryLine> lines(HistoryQuery query) {
        if (query.digest() != null) {
            return lines.of(HistoryKeys.digest(query.digest()), query);
        }
        if (query.image() == null) {
            return days.lines(query);
        }
        Set<String> places = Set.copyOf(names.matching(query.image()));
        if (places.isEmpty()) {
            return Stream.empty();
        }
        return places.size() > ONE_BY_ONE
                ? days.lines(query)
                : NewestFirst.of(places.stream()
                        .map(place -> lines.of(HistoryKeys.image(place), query))
                        .toList());
    }

    private static boolean isOf(NameGlob glob, @Nullable ImageName image) {
        return image != null && glob.matchesPlace(image.place()) && glob.matchesTag(image.tag());
    }

    ImageSeries series(SeriesQuery query) {
        String partition = HistoryKeys.image(ImageName.of(query.imageName()).place());
        Lines.Range range = new Lines.Range(
                "J#",
                query.upTo() == null
                        ? "J#" + HistoryKeys.END
                        : HistoryKeys.judged(query.upTo()) + "#" + HistoryKeys.END);
        Expression filter = query.platform() == null
                ? null
                : Expression.of("attribute_not_exists(#platform) OR #platform = :platform")
                        .with(":platform", query.platform().toString());
        List<Item> newest = lines.items(partition, range, filter, query.limit())
                .limit(query.limit())
                .toList();
        List<ImageSeries.Entry> entries = new ArrayList<>();
        for (Item item : newest) {
            HistoryLine line = ScanItems.line(item);
            entries.add(new ImageSeries.Entry(line.scan(), line.novelty()));
        }
        Collections.reverse(entries);
        return new ImageSeries(entries, newest.size() < query.limit() ? 0 : earlier(partition, range, filter, newest));
    }

    private long earlier(String partition, Lines.Range range, @Nullable Expression filter, List<Item> newest) {
        // The last line that is shown is in the range too.
        Lines.Range before =
                new Lines.Range(range.from(), newest.get(newest.size() - 1).text("sk"));
        return lines.count(partition, before, filter) - 1;
    }

    boolean hasScans(String place) {
        return lines.items(HistoryKeys.image(place), new Lines.Range("J#", "J#" + HistoryKeys.END), null, 1)
                .findFirst()
                .isPresent();
    }
}
