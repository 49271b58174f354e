package io.jenkins.plugins.qualysfargate.engine.chart;

import java.util.List;

/** What came and what went: bars up for new findings, bars down for fixed ones, on one scale of their own. */
final class ChangesPanel {
    static final double HEIGHT = 96;
    private static final int INTERVALS = 6;
    private static final double LOWEST_BAR = 1.5;
    private static final String MINUS = "\u2212";

    private final Frame frame;
    private final TrendWords words;
    private final List<TrendPoint> points;
    private final Axis above;
    private final Axis below;
    private final double top;

    ChangesPanel(Frame frame, TrendWords words, Trend trend, double top) {
        this.frame = frame;
        this.words = words;
        this.points = trend.points();
        this.above = above(trend);
        this.below = below(trend);
        this.top = top;
    }

    static Axis above(Trend trend) {
        return new Axis(step(trend), trend.mostIntroduced());
    }

    static Axis below(Trend trend) {
        return new Axis(step(trend), trend.mostFixed());
    }

    private static long step(Trend trend) {
        return Axis.step(INTERVALS, trend.mostIntroduced(), trend.mostFixed());
    }

    static String up(TrendWords words, long number) {
        return (number == 0 ? "" : "+") + words.number(number);
    }

    static String down(TrendWords words, long number) {
        return MINUS + words.number(number);
    }

    void draw(SvgOut svg) {
        for (int i = 0; i < points.size(); i++) {
            if (!points.get(i).compared()) {
                Gaps.draw(svg, frame, i, top, HEIGHT);
            }
        }
        for (long tick : above.ticks()) {
            frame.rule(svg, y(tick), tick == 0 ? "0.55" : "0.14");
            frame.tick(svg, y(tick), up(words, tick));
        }
        for (long tick : below.ticks()) {
            if (tick > 0) {
                frame.rule(svg, y(-tick), "0.14");
                frame.tick(svg, y(-tick), down(words, tick));
            }
        }
        for (int i = 0; i < points.size(); i++) {
            bars(svg, i);
        }
        callouts(svg, points.get(points.size() - 1));
    }

    private void bars(SvgOut svg, int at) {
        Long introduced = points.get(at).introduced();
        if (introduced != null && introduced > 0) {
            double height = Math.max(LOWEST_BAR, y(0) - y(introduced));
            bar(svg, at, y(0) - height, height, Palette.INTRODUCED);
        }
        Long fixed = points.get(at).fixed();
        if (fixed != null && fixed > 0) {
            bar(svg, at, y(0), Math.max(LOWEST_BAR, y(-fixed) - y(0)), Palette.FIXED);
        }
    }

    private void bar(SvgOut svg, int at, double y, double height, Palette colour) {
        svg.start("rect").set("x", frame.centre(at) - frame.bar() / 2).set("y", y);
        svg.set("width", frame.bar()).set("height", height);
        svg.set("fill", colour.hex()).end();
    }

    private void callouts(SvgOut svg, TrendPoint last) {
        Long introduced = last.introduced();
        if (introduced != null && introduced > 0) {
            frame.callout(svg, Math.min(y(introduced) + 4, y(0) - 9), up(words, introduced));
        }
        Long fixed = last.fixed();
        if (fixed != null && fixed > 0) {
            frame.callout(svg, Math.max(y(-fixed) - 4, y(0) + 9), down(words, fixed));
        }
    }

    /** @param number below zero for what went */
    private double y(long number) {
        double all = above.end() + below.end();
        return top + (all == 0 ? HEIGHT / 2 : HEIGHT * (above.end() - (double) number) / all);
    }
}
