package io.jenkins.plugins.qualysfargate.engine.badge;

import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a badge says, in two words and a colour. It is green only if everything that it speaks of is known and passed;
 * one that is drawn on demand also only while that is fresh, and one for a file carries its date instead.
 *
 * @param label the left half, for example {@code vulnerabilities}
 * @param message the right half, for example {@code 2 critical, 5 high}
 */
public record Badge(String label, String message, BadgeColour colour) {
    private static final String VULNERABILITIES = "vulnerabilities";
    private static final String COMPLIANCE = "compliance";

    /** The findings of an outcome with the date of its oldest evidence, for a file. */
    public static Badge vulnerabilities(GateOutcome outcome) {
        BadgeSubject subject = BadgeSubject.of(outcome);
        return subject.vulnerabilities(VULNERABILITIES).dated(subject.oldest());
    }

    /**
     * The findings of an outcome, for a badge that is drawn each time it is asked for.
     *
     * @param staleAfter how old the oldest evidence may be and still be believed; after that the badge is grey
     */
    public static Badge vulnerabilities(GateOutcome outcome, Instant now, Duration staleAfter) {
        BadgeSubject subject = BadgeSubject.of(outcome);
        return subject.vulnerabilities(VULNERABILITIES).believed(subject.oldest(), now, staleAfter);
    }

    /**
     * The same for findings that were counted before.
     *
     * @param counts null if they are not known
     * @param oldest when the oldest scan or judgement behind them was made
     */
    public static Badge vulnerabilities(
            VerdictKind verdict, @Nullable SeverityCounts counts, Instant oldest, Instant now, Duration staleAfter) {
        return new BadgeSubject(verdict, counts, oldest)
                .vulnerabilities(VULNERABILITIES)
                .believed(oldest, now, staleAfter);
    }

    /** Whether an outcome keeps to the policy, with the date of its oldest evidence, for a file. */
    public static Badge compliance(GateOutcome outcome) {
        return compliance(outcome.verdict(), BadgeSubject.of(outcome).oldest());
    }

    /** Whether an outcome keeps to the policy, for a badge that is drawn each time it is asked for. */
    public static Badge compliance(GateOutcome outcome, Instant now, Duration staleAfter) {
        return compliance(outcome.verdict(), BadgeSubject.of(outcome).oldest(), now, staleAfter);
    }

    /** The same for a verdict, for a file, for example {@code passed 2026-01-22}. */
    public static Badge compliance(VerdictKind verdict, Instant judgedAt) {
        return undated(verdict).dated(judgedAt);
    }

    /**
     * The same for a verdict, drawn on demand.
     *
     * @param staleAfter how old a verdict may be and still be believed, a pass as well as a failure
     */
    public static Badge compliance(VerdictKind verdict, Instant judgedAt, Instant now, Duration staleAfter) {
        return undated(verdict).believed(judgedAt, now, staleAfter);
    }

    private static Badge undated(VerdictKind verdict) {
        return switch (verdict) {
            case PASS -> new Badge(COMPLIANCE, "passed", BadgeColour.GREEN);
            case FAIL -> new Badge(COMPLIANCE, "failed", BadgeColour.RED);
            case INDETERMINATE -> unknown(COMPLIANCE);
        };
    }

    static Badge unknown(String label) {
        return new Badge(label, "unknown", BadgeColour.GREY);
    }

    /** What is not known has no date. */
    private Badge dated(Instant instant) {
        if (colour == BadgeColour.GREY) {
            return this;
        }
        return new Badge(label, message + " " + BadgeAge.day(instant), colour);
    }

    /** This badge, or a grey one that says how old it is; evidence from the future is no evidence. */
    private Badge believed(Instant evidence, Instant now, Duration staleAfter) {
        if (colour == BadgeColour.GREY || BadgeAge.isFresh(evidence, now, staleAfter)) {
            return this;
        }
        return new Badge(label, BadgeAge.stale(evidence, now), BadgeColour.GREY);
    }
}
