package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.svg.SvgText;
import io.jenkins.plugins.qualysfargate.engine.svg.TextWidth;

/**
 * Where the points stand: side by side in slots of one width, whatever time lies between them.
 *
 * @param left where the plot begins, in pixels
 * @param right where it ends
 */
record Frame(double left, double right, int slots) {
    static final double WIDTH = 800;
    static final double FONT_SIZE = 12;
    static final String QUIET = "0.75";

    private static final double MEASURED_SIZE = 11;
    /** The largest number that there is, its thousands apart, and a sign. */
    private static final int LONGEST_NUMBER = 26;

    private static final double WIDEST_BAR = 26;
    private static final double WIDEST_REACH = 30;

    double slot() {
        return (right - left) / slots;
    }

    /** Where a slot begins. */
    double start(int point) {
        return left + slot() * point;
    }

    /** How far a point speaks for itself to either side: to the ends of its slot, unless that is very wide. */
    double reach() {
        return Math.min(WIDEST_REACH, slot() / 2);
    }

    double centre(int point) {
        return left + slot() * (point + 0.5);
    }

    double bar() {
        return Math.min(WIDEST_BAR, slot() * 0.62);
    }

    /** How wide a text is at most, in pixels. */
    static double widthOf(String text) {
        return new TextWidth().of(text) / 10.0 * FONT_SIZE / MEASURED_SIZE;
    }

    /** How much room a number takes beside the plot. */
    static double widthOfNumber(String number) {
        return widthOf(SvgText.bounded(number, LONGEST_NUMBER));
    }

    /** A line from side to side at a height, in the colour of the text. */
    void rule(SvgOut svg, double y, String opacity) {
        svg.start("path").set("d", "M" + SvgOut.pixels(left) + " " + SvgOut.pixels(y) + "H" + SvgOut.pixels(right));
        svg.set("stroke", "currentColor").set("stroke-opacity", opacity).end();
    }

    /** What a height means, left of the plot. */
    void tick(SvgOut svg, double y, String number) {
        svg.start("text").set("x", left - 8).set("y", y + 4).set("text-anchor", "end");
        svg.set("fill", "currentColor").set("fill-opacity", QUIET).text(SvgText.bounded(number, LONGEST_NUMBER));
    }

    /** The latest number, right of the plot. */
    void callout(SvgOut svg, double y, String number) {
        svg.start("text").set("x", right + 6).set("y", y + 4).set("font-weight", "600");
        svg.set("fill", "currentColor").text(SvgText.bounded(number, LONGEST_NUMBER));
    }
}
