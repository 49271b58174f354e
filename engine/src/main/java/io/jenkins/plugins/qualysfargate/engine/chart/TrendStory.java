package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.svg.SvgText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The trend in words, for people who do not see it. */
final class TrendStory {
    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_NOTE = 100;

    private final Trend trend;
    private final TrendWords words;

    TrendStory(Trend trend, TrendWords words) {
        this.trend = trend;
        this.words = words;
    }

    void write(SvgOut svg, String subject) {
        svg.start("title")
                .text(words.title(
                        SvgText.bounded(subject, LONGEST_SUBJECT),
                        trend.points().size()));
        svg.start("desc").text(String.join(" ", sentences()));
    }

    private List<String> sentences() {
        List<TrendPoint> points = trend.points();
        List<String> sentences = new ArrayList<>();
        if (!points.isEmpty()) {
            sentences.add(words.verdicts(
                    trend.count(VerdictKind.PASS),
                    trend.count(VerdictKind.FAIL),
                    trend.count(VerdictKind.INDETERMINATE)));
            List<Long> numbers = trend.outstanding();
            if (numbers.size() > 1) {
                sentences.add(words.course(
                        numbers.get(0),
                        numbers.get(numbers.size() - 1),
                        Collections.min(numbers),
                        Collections.max(numbers)));
            }
            sentences.add(words.point(points.get(points.size() - 1)));
        }
        sentences.add(note());
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).toList();
    }

    /** What is said under the picture as well; empty if nothing. */
    String note() {
        List<String> notes = new ArrayList<>();
        if (trend.points().isEmpty()) {
            notes.add(words.none());
        } else if (trend.points().size() == 1) {
            notes.add(words.single());
        }
        if (trend.leftOut() > 0) {
            notes.add(words.leftOut(trend.leftOut()));
        }
        return SvgText.bounded(String.join(" ", notes), LONGEST_NOTE);
    }
}
