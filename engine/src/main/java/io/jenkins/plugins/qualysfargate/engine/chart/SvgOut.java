package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.svg.SvgText;
import java.util.ArrayDeque;
import java.util.Deque;

/** A picture that is written element by element, each on a line; every text and value is bounded and escaped. */
final class SvgOut {
    /** The longest text that a person would read or hear to its end. */
    private static final int LONGEST = 2_000;

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    /** Begins an element; its attributes come next. */
    SvgOut start(String element) {
        closeTag();
        line();
        out.append('<').append(element);
        open.push(element);
        inTag = true;
        return this;
    }

    SvgOut set(String attribute, String value) {
        out.append(' ')
                .append(attribute)
                .append("=\"")
                .append(SvgText.escape(value))
                .append('"');
        return this;
    }

    /** A length or a place, in tenths of a pixel at the finest. */
    SvgOut set(String attribute, double value) {
        return set(attribute, pixels(value));
    }

    /** The only content of an element without children. */
    SvgOut text(String text) {
        closeTag();
        out.append(SvgText.escape(SvgText.bounded(text, LONGEST)))
                .append("</")
                .append(open.pop())
                .append('>');
        return this;
    }

    /** Ends an element. */
    SvgOut end() {
        String element = open.pop();
        if (inTag) {
            out.append("/>");
            inTag = false;
        } else {
            line();
            out.append("</").append(element).append('>');
        }
        return this;
    }

    String document() {
        return out.append('\n').toString();
    }

    static String pixels(double value) {
        long tenths = Math.round(value * 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return tenths % 10 == 0 ? whole : whole + "." + Math.abs(tenths) % 10;
    }

    private void closeTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void line() {
        if (!out.isEmpty()) {
            out.append('\n').append("  ".repeat(open.size()));
        }
    }
}
