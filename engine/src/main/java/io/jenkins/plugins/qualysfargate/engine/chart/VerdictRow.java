package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.svg.SvgText;
import java.util.List;

/** Under the numbers: the mark of every verdict, and as many labels as have room, the latest first. */
final class VerdictRow {
    static final double HEIGHT = 40;
    private static final double LARGEST_MARK = 16;
    private static final int LONGEST_LABEL = 18;
    private static final double BETWEEN = 14;

    private final Frame frame;
    private final List<TrendPoint> points;
    private final double top;

    VerdictRow(Frame frame, Trend trend, double top) {
        this.frame = frame;
        this.points = trend.points();
        this.top = top;
    }

    void draw(SvgOut svg) {
        double size = Math.min(LARGEST_MARK, frame.slot() - 1);
        for (int i = 0; i < points.size(); i++) {
            Marks.draw(svg, points.get(i).verdict(), frame.centre(i), top + LARGEST_MARK / 2, size);
        }
        double free = Frame.WIDTH;
        for (int i = points.size() - 1; i >= 0; i--) {
            String label = SvgText.bounded(points.get(i).label(), LONGEST_LABEL);
            double half = Frame.widthOf(label) / 2;
            double x = Math.max(half, Math.min(frame.centre(i), Frame.WIDTH - half));
            if (x + half <= free) {
                svg.start("text").set("x", x).set("y", top + LARGEST_MARK + 18).set("text-anchor", "middle");
                svg.set("fill", "currentColor").set("fill-opacity", Frame.QUIET).text(label);
                free = x - half - BETWEEN;
            }
        }
    }
}
