package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** Trends of every kind, as a person would meet them. */
final class Trends {
    private Trends() {}

    /** A service that was mended after a bad week, with two scans that broke and a first one to compare nothing with. */
    static Trend typical() {
        long[][] numbers = {
            {48},
            {51, 5, 2},
            {51, 0, 0},
            {63, 14, 2},
            {},
            {66, 4, 1},
            {41, 2, 27},
            {39, 0, 2},
            {},
            {},
            {44, 7, 2},
            {30, 0, 14},
            {12, 1, 19},
            {9, 0, 3}
        };
        List<TrendPoint> points = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            String label = String.format(Locale.ROOT, "2026-01-%02d 06:30", 9 + i);
            points.add(point(label, i == 12 || i == 13 ? VerdictKind.PASS : VerdictKind.FAIL, numbers[i]));
        }
        return Trend.of(points);
    }

    /** More than are ever drawn. */
    static Trend many() {
        return Trend.of(LongStream.range(0, 73)
                .mapToObj(i -> {
                    long wave = Math.round(420 + 300 * Math.sin(i / 7.0));
                    VerdictKind verdict = wave < 400 ? VerdictKind.PASS : VerdictKind.FAIL;
                    return i % 17 == 3
                            ? TrendPoint.indeterminate("#" + i)
                            : point("#" + i, verdict, wave, i * 13 % 19, i * 7 % 31);
                })
                .toList());
    }

    static Trend huge() {
        return Trend.of(List.of(
                point("a", VerdictKind.FAIL, 1_000_000_000, 999_999_999, 1),
                point("b", VerdictKind.FAIL, 734_000_111, 1, 400_000_000),
                point("c", VerdictKind.PASS, 1, 0, 734_000_110),
                point("d", VerdictKind.FAIL, 1_234_567_890, 1_234_567_889, 0)));
    }

    static Trend clean() {
        return Trend.of(List.of(
                point("1.0.0", VerdictKind.PASS, 0),
                point("1.0.1", VerdictKind.PASS, 0, 0, 0),
                point("1.1.0", VerdictKind.PASS, 0, 0, 0)));
    }

    static Trend single() {
        return Trend.of(List.of(point("#1", VerdictKind.FAIL, 12)));
    }

    static Trend broken() {
        return Trend.of(List.of(TrendPoint.indeterminate("#1"), TrendPoint.indeterminate("#2")));
    }

    static Trend empty() {
        return Trend.of(List.of());
    }

    static Trend labelled(String label) {
        return Trend.of(List.of(
                point(label, VerdictKind.FAIL, 7, 2, 1),
                TrendPoint.indeterminate(label),
                point(label, VerdictKind.PASS, 3, 0, 4)));
    }

    /** @param numbers outstanding, new, fixed, as many of them as are known; none at all for no answer */
    static TrendPoint point(String label, VerdictKind verdict, long... numbers) {
        if (numbers.length == 0) {
            return TrendPoint.indeterminate(label);
        }
        List<Long> known = Arrays.stream(numbers).boxed().toList();
        return new TrendPoint(
                label,
                verdict,
                known.get(0),
                known.size() > 1 ? known.get(1) : null,
                known.size() > 2 ? known.get(2) : null);
    }
}
