package io.jenkins.plugins.qualysfargate.engine.chart;

import java.util.stream.Stream;

/**
 * Draws a trend as a self-contained SVG without script, style, link or id, so that it may stand in any page and under
 * any content security policy. The same trend and words always give the same picture.
 */
public final class TrendChart {
    private static final double PADDING = 12;
    private static final double EMPTY = 96;
    private static final double NOTE = 22;

    private final Trend trend;
    private final TrendWords words;
    private final TrendStory story;

    private TrendChart(Trend trend, TrendWords words) {
        this.trend = trend;
        this.words = words;
        this.story = new TrendStory(trend, words);
    }

    /**
     * For the source of a page: without a ground, its text in the page's own colour, be that light or dark.
     *
     * @param subject whose trend it is, for people who do not see the picture
     */
    public static String inline(Trend trend, String subject, TrendWords words) {
        return new TrendChart(trend, words).render(subject, false);
    }

    /** For a file, a mail, or an {@code <img>}, where no page gives it a colour: on a white ground. */
    public static String image(Trend trend, String subject, TrendWords words) {
        return new TrendChart(trend, words).render(subject, true);
    }

    private String render(String subject, boolean ground) {
        Legend legend = new Legend(trend, words, PADDING);
        boolean empty = trend.points().isEmpty();
        double panels = PADDING + legend.height() + 14;
        double changes = panels + OutstandingPanel.HEIGHT + 22;
        double verdicts = changes + ChangesPanel.HEIGHT + 12;
        double note = verdicts + VerdictRow.HEIGHT + (story.note().isEmpty() ? 0 : NOTE);
        double height = empty ? EMPTY : note + 6;
        SvgOut svg = new SvgOut();
        root(svg, height, ground);
        story.write(svg, subject);
        if (ground) {
            svg.start("rect").set("width", Frame.WIDTH).set("height", height);
            svg.set("rx", "8").set("fill", "#ffffff").end();
        }
        if (empty) {
            note(svg, EMPTY / 2 + 4);
            return svg.end().document();
        }
        legend.draw(svg, PADDING);
        Frame frame = frame();
        new OutstandingPanel(frame, words, trend, panels).draw(svg);
        new ChangesPanel(frame, words, trend, changes).draw(svg);
        new VerdictRow(frame, trend, verdicts).draw(svg);
        if (!story.note().isEmpty()) {
            note(svg, note - 4);
        }
        tooltips(svg, frame, panels, verdicts + VerdictRow.HEIGHT - panels);
        return svg.end().document();
    }

    private static void root(SvgOut svg, double height, boolean ground) {
        svg.start("svg").set("xmlns", "http://www.w3.org/2000/svg").set("width", Frame.WIDTH);
        svg.set("height", height).set("role", "img");
        svg.set("viewBox", "0 0 " + SvgOut.pixels(Frame.WIDTH) + " " + SvgOut.pixels(height));
        svg.set("font-family", "system-ui,-apple-system,Segoe UI,Roboto,Helvetica,Arial,sans-serif");
        svg.set("font-size", Frame.FONT_SIZE);
        if (ground) {
            svg.set("color", "#1f2329");
        }
    }

    /** Wide enough at the sides for every number there. */
    private Frame frame() {
        TrendPoint last = trend.points().get(trend.points().size() - 1);
        double ticks = Stream.concat(
                        OutstandingPanel.axis(trend).ticks().stream().map(words::number),
                        Stream.concat(
                                ChangesPanel.above(trend).ticks().stream().map(tick -> ChangesPanel.up(words, tick)),
                                ChangesPanel.below(trend).ticks().stream().map(tick -> ChangesPanel.down(words, tick))))
                .mapToDouble(Frame::widthOfNumber)
                .max()
                .orElse(0);
        double latest = Stream.of(
                        last.outstanding() == null ? "" : words.number(last.outstanding()),
                        last.introduced() == null ? "" : ChangesPanel.up(words, last.introduced()),
                        last.fixed() == null ? "" : ChangesPanel.down(words, last.fixed()))
                .mapToDouble(Frame::widthOfNumber)
                .max()
                .orElse(0);
        return new Frame(
                PADDING + ticks + 8,
                Frame.WIDTH - PADDING - latest * 1.1 - 6,
                trend.points().size());
    }

    private void note(SvgOut svg, double y) {
        svg.start("text").set("x", Frame.WIDTH / 2).set("y", y).set("text-anchor", "middle");
        svg.set("fill", "currentColor").set("fill-opacity", Frame.QUIET).text(story.note());
    }

    /** Over everything else and invisible: a pointer that rests on a point is told its numbers. */
    private void tooltips(SvgOut svg, Frame frame, double top, double height) {
        for (int i = 0; i < trend.points().size(); i++) {
            svg.start("rect").set("x", frame.start(i)).set("y", top).set("width", frame.slot());
            svg.set("height", height).set("fill", "none").set("pointer-events", "all");
            svg.start("title").text(words.point(trend.points().get(i)));
            svg.end();
        }
    }
}
