package io.jenkins.plugins.qualysfargate.engine.chart;

/** Marks where numbers are missing, so that nobody takes the emptiness for a zero. */
final class Gaps {
    private Gaps() {}

    /** As wide as the point would have been. */
    static void draw(SvgOut svg, Frame frame, int point, double y, double height) {
        draw(svg, frame.centre(point) - frame.reach(), y, 2 * frame.reach(), height);
    }

    /** A grey band with a broken line in its middle. */
    static void draw(SvgOut svg, double x, double y, double width, double height) {
        svg.start("rect").set("x", x).set("y", y).set("width", width).set("height", height);
        svg.set("fill", Palette.GAP.hex()).set("fill-opacity", "0.14").end();
        svg.start("path")
                .set("d", "M" + SvgOut.pixels(x + width / 2) + " " + SvgOut.pixels(y) + "v" + SvgOut.pixels(height));
        svg.set("stroke", Palette.GAP.hex()).set("stroke-dasharray", "2 3").end();
    }
}
