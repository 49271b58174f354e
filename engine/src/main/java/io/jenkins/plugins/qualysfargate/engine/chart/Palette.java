package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;

/**
 * The colours of shapes: mid-tones with a contrast of at least 3 : 1 on white and on dark pages alike (WCAG 2.1, 1.4.11).
 * Text and axes have none of their own and take that of the page.
 */
enum Palette {
    OUTSTANDING("#3a82c4"),
    INTRODUCED("#d9622b"),
    FIXED("#12956b"),
    PASS("#12956b"),
    FAIL("#d1404a"),
    INDETERMINATE("#8e6ad8"),
    GAP("#80868f");

    private final String hex;

    Palette(String hex) {
        this.hex = hex;
    }

    String hex() {
        return hex;
    }

    static Palette of(VerdictKind verdict) {
        return switch (verdict) {
            case PASS -> PASS;
            case FAIL -> FAIL;
            case INDETERMINATE -> INDETERMINATE;
        };
    }
}
