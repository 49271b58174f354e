package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome.Answer;
import io.jenkins.plugins.qualysfargate.engine.compliance.MonitorState;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentState;
import io.jenkins.plugins.qualysfargate.engine.resubmit.AttemptState;
import io.jenkins.plugins.qualysfargate.engine.resubmit.Did;
import io.jenkins.plugins.qualysfargate.engine.resubmit.GuardVerdict;
import java.util.Locale;
import org.jvnet.localizer.ResourceBundleHolder;

/**
 * A state as the reader sees it: a word beside a mark whose shape tells it apart as well as its colour.
 *
 * @param word in the reader's language
 * @param style of the mark: {@code good}, {@code bad}, {@code unknown}, {@code pending} or {@code exempt}
 */
public record StateWord(String word, String style) {
    private static final String GOOD = "good";
    private static final String BAD = "bad";
    private static final String UNKNOWN = "unknown";
    private static final String PENDING = "pending";
    private static final String EXEMPT = "exempt";

    static StateWord of(OccurrenceState state) {
        return new StateWord(word(state), state.kind().name().toLowerCase(Locale.ROOT));
    }

    static StateWord of(MonitorState state) {
        String style =
                switch (state) {
                    case UP -> GOOD;
                    case NEW, RUNNING -> PENDING;
                    case LATE, OVERRUN, DEGRADED, DOWN -> BAD;
                    case UNKNOWN -> UNKNOWN;
                    case PAUSED -> EXEMPT;
                };
        return new StateWord(word(state), style);
    }

    static StateWord of(IncidentState state) {
        String style =
                switch (state) {
                    case OPEN, ESCALATED -> BAD;
                    case ACKED -> PENDING;
                    case QUIET -> EXEMPT;
                    case RESOLVED -> GOOD;
                };
        return new StateWord(word(state), style);
    }

    static StateWord of(Answer answer) {
        String style =
                switch (answer) {
                    case OK -> GOOD;
                    case FAILED -> BAD;
                    case UNKNOWN -> UNKNOWN;
                };
        return new StateWord(word(answer), style);
    }

    static StateWord of(Did did) {
        String style =
                switch (did) {
                    case LAUNCHED -> GOOD;
                    case REFUSED, NOT_LAUNCHED -> BAD;
                    case NEEDS_APPROVAL, DRY_RUN -> PENDING;
                    case UNCLEAR -> UNKNOWN;
                };
        return new StateWord(word(did), style);
    }

    static StateWord of(GuardVerdict.Answer answer) {
        String style =
                switch (answer) {
                    case PASSES -> GOOD;
                    case NEEDS_APPROVAL -> PENDING;
                    case REFUSES -> BAD;
                };
        return new StateWord(ResourceBundleHolder.get(Messages.class).format("GuardVerdict." + answer.name()), style);
    }

    static StateWord of(AttemptState state) {
        String style =
                switch (state) {
                    case INTENT -> UNKNOWN;
                    case LAUNCHED, SCANNING -> PENDING;
                    case FINISHED -> GOOD;
                    case NOT_LAUNCHED, LOST, NEVER_STARTED -> BAD;
                };
        return new StateWord(word(state), style);
    }

    /** Whether something works; null is not known. */
    static StateWord working(Boolean working) {
        if (working == null) {
            return new StateWord(Messages.StateWord_notVisible(), UNKNOWN);
        }
        return working
                ? new StateWord(Messages.StateWord_works(), GOOD)
                : new StateWord(Messages.StateWord_broken(), BAD);
    }

    private static String word(Enum<?> state) {
        return ResourceBundleHolder.get(Messages.class)
                .format(state.getDeclaringClass().getSimpleName() + "." + state.name());
    }
}
