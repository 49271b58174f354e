package io.jenkins.plugins.qualysfargate.engine.chart;

import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.svg.SvgText;
import org.jspecify.annotations.Nullable;

/**
 * One build or scan of a trend. A missing number is not a zero: an indeterminate point never has numbers, and a negative
 * one, which nobody can have counted, is none.
 *
 * @param label what it is, for people, for example {@code #42}; at most {@value #LONGEST_LABEL} characters of it are kept
 * @param outstanding all findings that there are, new ones included; null if nobody knows
 * @param introduced how many of them are new; null if it was compared with nothing
 * @param fixed how many findings are gone; null if it was compared with nothing
 */
public record TrendPoint(
        String label,
        VerdictKind verdict,
        @Nullable Long outstanding,
        @Nullable Long introduced,
        @Nullable Long fixed) {

    static final int LONGEST_LABEL = 80;

    public TrendPoint {
        label = SvgText.bounded(label, LONGEST_LABEL);
        boolean counted = verdict != VerdictKind.INDETERMINATE;
        outstanding = counted ? known(outstanding) : null;
        introduced = counted ? known(introduced) : null;
        fixed = counted ? known(fixed) : null;
    }

    /** A point at which nothing could be said. */
    public static TrendPoint indeterminate(String label) {
        return new TrendPoint(label, VerdictKind.INDETERMINATE, null, null, null);
    }

    /** True if it was compared with something. */
    public boolean compared() {
        return introduced != null || fixed != null;
    }

    private static @Nullable Long known(@Nullable Long number) {
        return number == null || number < 0 ? null : number;
    }
}
