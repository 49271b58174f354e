package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all results of one rule said, folded into the bits of one int: which severities they stated, which levels those
 * had that stated none, and whether any of them counts in full.
 */
final class FindingState {
    private static final int LEVELS = 6;
    private static final int NO_LEVEL = 1 << 12;
    private static final int ANY_RESULT = 1 << 13;
    private static final int ANY_CONFIRMED = 1 << 14;
    private static final int ANY_UNSUPPRESSED = 1 << 15;

    private FindingState() {}

    static int with(int state, ResultFields result) {
        int next = state | ANY_RESULT;
        Severity own = result.severity();
        Severity level = result.level();
        if (own != null) {
            next |= 1 << own.ordinal();
        } else if (level != null) {
            next |= 1 << (LEVELS + level.ordinal());
        } else {
            next |= NO_LEVEL;
        }
        if (!result.potential()) {
            next |= ANY_CONFIRMED;
        }
        return result.suppressed() ? next : next | ANY_UNSUPPRESSED;
    }

    static boolean hasResults(int state) {
        return (state & ANY_RESULT) != 0;
    }

    static boolean potential(int state) {
        return (state & ANY_CONFIRMED) == 0;
    }

    static boolean suppressed(int state) {
        return (state & ANY_UNSUPPRESSED) == 0;
    }

    /**
     * The severities that the finding is counted under: the worst known one, and UNKNOWN beside it if some result could
     * not be rated. Two of them keep either from hiding the other, whatever the policy makes of UNKNOWN.
     *
     * @param ofRule what the rule states; null where it states nothing
     * @param levelOfRule what its default level stands for; null where it has none
     */
    static List<Severity> severities(int state, @Nullable Severity ofRule, @Nullable Severity levelOfRule) {
        int seen = state & 0x3F;
        int levels = (state >> LEVELS) & 0x3F;
        if (levels != 0 || (state & NO_LEVEL) != 0) {
            if (ofRule != null) {
                seen |= 1 << ofRule.ordinal();
            } else {
                seen |= levels
                        | ((state & NO_LEVEL) == 0
                                ? 0
                                : 1 << orUnknown(levelOfRule).ordinal());
            }
        }
        List<Severity> counted = new ArrayList<>(2);
        int known = seen & 0x1F;
        if (known != 0) {
            counted.add(Severity.values()[Integer.numberOfTrailingZeros(known)]);
        }
        if ((seen & (1 << Severity.UNKNOWN.ordinal())) != 0) {
            counted.add(Severity.UNKNOWN);
        }
        return counted;
    }

    private static Severity orUnknown(@Nullable Severity severity) {
        return severity == null ? Severity.UNKNOWN : severity;
    }
}
