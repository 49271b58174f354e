package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.svg.SvgText;
import java.util.ArrayList;
import java.util.List;

/** What the shapes mean, in as many lines as it takes; of verdicts and gaps only those that occur. */
final class Legend {
    private static final double LINE = 22;
    private static final double SAMPLE = 14;
    private static final double TO_WORD = 6;
    private static final double BETWEEN = 20;
    private static final int LONGEST_WORD = 40;

    private final List<Entry> entries = new ArrayList<>();
    private final double left;
    private double x;
    private int lines = 1;

    Legend(Trend trend, TrendWords words, double left) {
        this.left = left;
        this.x = left;
        add(words.outstanding(), Legend::line);
        add(words.introduced(), (svg, x, y) -> box(svg, x, y, Palette.INTRODUCED));
        add(words.fixed(), (svg, x, y) -> box(svg, x, y, Palette.FIXED));
        for (VerdictKind verdict : List.of(VerdictKind.PASS, VerdictKind.FAIL, VerdictKind.INDETERMINATE)) {
            if (trend.count(verdict) > 0) {
                add(words.verdict(verdict), (svg, x, y) -> Marks.draw(svg, verdict, x + SAMPLE / 2, y, SAMPLE));
            }
        }
        if (trend.points().stream().anyMatch(point -> point.outstanding() == null || !point.compared())) {
            add(words.noNumbers(), (svg, x, y) -> Gaps.draw(svg, x, y - SAMPLE / 2, SAMPLE, SAMPLE));
        }
    }

    private void add(String word, Sample sample) {
        String brief = SvgText.bounded(word, LONGEST_WORD);
        double width = SAMPLE + TO_WORD + Frame.widthOf(brief);
        if (x > left && x + width > Frame.WIDTH) {
            x = left;
            lines++;
        }
        entries.add(new Entry(brief, sample, x, (lines - 0.5) * LINE));
        x += width + BETWEEN;
    }

    double height() {
        return lines * LINE;
    }

    void draw(SvgOut svg, double top) {
        for (Entry entry : entries) {
            entry.sample.draw(svg, entry.x, top + entry.y);
            svg.start("text").set("x", entry.x + SAMPLE + TO_WORD).set("y", top + entry.y + 4);
            svg.set("fill", "currentColor").text(entry.word);
        }
    }

    private static void line(SvgOut svg, double x, double y) {
        svg.start("path").set("d", "M" + SvgOut.pixels(x) + " " + SvgOut.pixels(y) + "h" + SvgOut.pixels(SAMPLE));
        svg.set("stroke", Palette.OUTSTANDING.hex()).set("stroke-width", "2").end();
        svg.start("circle").set("cx", x + SAMPLE / 2).set("cy", y).set("r", "3.2");
        svg.set("fill", Palette.OUTSTANDING.hex()).end();
    }

    private static void box(SvgOut svg, double x, double y, Palette colour) {
        svg.start("rect").set("x", x + 1).set("y", y - 6).set("width", "12").set("height", "12");
        svg.set("fill", colour.hex()).end();
    }

    /** Draws what a word stands beside. */
    private interface Sample {
        void draw(SvgOut svg, double x, double y);
    }

    private record Entry(String word, Sample sample, double x, double y) {}
}
