package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.util.function.Function;

/** What came of asking a source to start a run; only one of the three allows another. */
public sealed interface StartOutcome {

    /** The source has accepted it; that anything is scanned is not said by this. */
    record Accepted(String runId) implements StartOutcome {}

    /** It was surely not started. */
    record NotStarted(String reason, String howToFix) implements StartOutcome {}

    /** It may have been started: look for it before anything else. */
    record Unclear(String reason) implements StartOutcome {}

    /** One of the three; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<Accepted, T> accepted, Function<NotStarted, T> notStarted, Function<Unclear, T> unclear) {
        if (this instanceof Accepted it) {
            return accepted.apply(it);
        }
        return this instanceof NotStarted it ? notStarted.apply(it) : unclear.apply((Unclear) this);
    }
}
