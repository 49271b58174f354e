package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The last points of a trend, oldest first, at most {@value #MOST} of them; it knows how many came before.
 *
 * @param leftOut how many earlier ones there are
 */
public record Trend(List<TrendPoint> points, long leftOut) {
    /** As many as can still be told apart in the width of a page. */
    public static final int MOST = 50;

    public Trend {
        int surplus = Math.max(0, points.size() - MOST);
        points = List.copyOf(points.subList(surplus, points.size()));
        leftOut += surplus;
    }

    /** The last ones of all that there are. */
    public static Trend of(List<TrendPoint> oldestFirst) {
        return new Trend(oldestFirst, 0);
    }

    /** How many of the points had this verdict. */
    public long count(VerdictKind verdict) {
        return points.stream().filter(point -> point.verdict() == verdict).count();
    }

    /** The numbers of outstanding findings that are known, oldest first. */
    List<Long> outstanding() {
        return known(points.stream().map(TrendPoint::outstanding));
    }

    long mostOutstanding() {
        return most(outstanding());
    }

    long mostIntroduced() {
        return most(known(points.stream().map(TrendPoint::introduced)));
    }

    long mostFixed() {
        return most(known(points.stream().map(TrendPoint::fixed)));
    }

    private static List<Long> known(Stream<Long> numbers) {
        return numbers.filter(Objects::nonNull).toList();
    }

    private static long most(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
