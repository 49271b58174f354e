package io.jenkins.plugins.qualysfargate.engine.chart;

import java.util.List;

/** All findings that there are: a line over an area, which breaks off where nothing is known. */
final class OutstandingPanel {
    static final double HEIGHT = 136;
    private static final int INTERVALS = 4;
    private static final int FEW = 25;

    private final Frame frame;
    private final TrendWords words;
    private final List<TrendPoint> points;
    private final Axis axis;
    private final double bottom;

    OutstandingPanel(Frame frame, TrendWords words, Trend trend, double top) {
        this.frame = frame;
        this.words = words;
        this.points = trend.points();
        this.axis = axis(trend);
        this.bottom = top + HEIGHT;
    }

    static Axis axis(Trend trend) {
        // Nothing but zeros has a scale too, nothing known has none.
        long least = trend.outstanding().isEmpty() ? 0 : 1;
        return Axis.upTo(Math.max(least, trend.mostOutstanding()), INTERVALS);
    }

    void draw(SvgOut svg) {
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).outstanding() == null) {
                Gaps.draw(svg, frame, i, bottom - HEIGHT, HEIGHT);
            }
        }
        for (long tick : axis.ticks()) {
            frame.rule(svg, y(tick), tick == 0 ? "0.55" : "0.14");
            frame.tick(svg, y(tick), words.number(tick));
        }
        int at = 0;
        while (at < points.size()) {
            int end = at;
            while (end < points.size() && points.get(end).outstanding() != null) {
                end++;
            }
            run(svg, at, end);
            at = end + 1;
        }
        Long last = points.get(points.size() - 1).outstanding();
        if (last != null) {
            frame.callout(svg, y(last), words.number(last));
        }
    }

    /** Neighbours whose numbers are all known; the first and the last one reach beyond their dots. */
    private void run(SvgOut svg, int from, int to) {
        if (from == to) {
            return;
        }
        double start = frame.centre(from) - frame.reach();
        StringBuilder line = new StringBuilder("M").append(place(start, from));
        for (int i = from; i < to; i++) {
            line.append("L").append(place(frame.centre(i), i));
        }
        line.append("L").append(place(frame.centre(to - 1) + frame.reach(), to - 1));
        svg.start("path").set("fill", Palette.OUTSTANDING.hex()).set("fill-opacity", "0.16");
        svg.set("d", line + "V" + SvgOut.pixels(bottom) + "H" + SvgOut.pixels(start) + "Z");
        svg.end();
        svg.start("path").set("d", line.toString()).set("fill", "none");
        svg.set("stroke", Palette.OUTSTANDING.hex()).set("stroke-width", "2");
        svg.set("stroke-linejoin", "round").end();
        for (int i = from; i < to; i++) {
            svg.start("circle").set("cx", frame.centre(i)).set("cy", y(number(i)));
            svg.set("r", points.size() > FEW ? 2.4 : 3.2).set("fill", Palette.OUTSTANDING.hex());
            svg.end();
        }
    }

    private String place(double x, int point) {
        return SvgOut.pixels(x) + " " + SvgOut.pixels(y(number(point)));
    }

    private long number(int point) {
        Long number = points.get(point).outstanding();
        return number == null ? 0 : number;
    }

    private double y(long number) {
        return bottom - HEIGHT * (double) number / Math.max(1, axis.end());
    }
}
