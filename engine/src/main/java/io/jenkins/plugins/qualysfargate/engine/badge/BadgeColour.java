package io.jenkins.plugins.qualysfargate.engine.badge;

/** What a badge's colour says; the shades give white text a contrast of at least 4.5 : 1 (WCAG 2.1, 1.4.3). */
public enum BadgeColour {
    /** Passed, and freshly so: the only state that is green. */
    GREEN("#237a35"),
    /** Worth a look: it passed, but it is old or has lesser findings. */
    YELLOW("#8a6100"),
    ORANGE("#b34700"),
    RED("#c62828"),
    /** Nothing is known. */
    GREY("#5f6673");

    private final String hex;

    BadgeColour(String hex) {
        this.hex = hex;
    }

    /** The shade as {@code #rrggbb}. */
    public String hex() {
        return hex;
    }
}
