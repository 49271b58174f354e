package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;

/** The marks of the verdicts, which differ in shape and sign and not only in colour. */
final class Marks {
    /** The box in which the outlines below are drawn. */
    private static final double BOX = 24;

    private Marks() {}

    /** @param size width and height in pixels */
    static void draw(SvgOut svg, VerdictKind verdict, double x, double y, double size) {
        svg.start("g");
        svg.set(
                "transform",
                "translate(" + SvgOut.pixels(x - size / 2) + " " + SvgOut.pixels(y - size / 2) + ") scale("
                        + Math.round(size / BOX * 1000) / 1000.0 + ")");
        svg.start("path")
                .set("d", outline(verdict))
                .set("fill", Palette.of(verdict).hex());
        svg.end();
        svg.start("path").set("d", sign(verdict)).set("fill", "none").set("stroke", "#ffffff");
        svg.set("stroke-width", "3").set("stroke-linecap", "round").set("stroke-linejoin", "round");
        svg.end().end();
    }

    /** A circle, an octagon, a diamond. */
    private static String outline(VerdictKind verdict) {
        return switch (verdict) {
            case PASS -> "M12 1a11 11 0 0 1 0 22a11 11 0 0 1 0-22z";
            case FAIL -> "M7.5 1h9l6.5 6.5v9l-6.5 6.5h-9L1 16.5v-9z";
            case INDETERMINATE -> "M12-1l13 13l-13 13l-13-13z";
        };
    }

    /** A tick, a cross, a question mark. */
    private static String sign(VerdictKind verdict) {
        return switch (verdict) {
            case PASS -> "M7 12.5l3.5 3.5l6.5-7.5";
            case FAIL -> "M8 8l8 8M16 8l-8 8";
            case INDETERMINATE -> "M9 9.2a3 3 0 1 1 4.4 2.6c-1 .6-1.4 1.2-1.4 2.2M12 17.8v.1";
        };
    }
}
