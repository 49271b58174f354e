package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.util.function.Function;

/** What came of a launch; only one of the three allows another. */
public sealed interface TenableLaunch {

    /** The server has accepted it; that anything is scanned is not said by this. */
    record Accepted(String resultId) implements TenableLaunch {}

    /** It was surely not launched: nothing was sent, or the server says no. */
    record NotLaunched(String reason, String howToFix) implements TenableLaunch {}

    /** It may have been launched: look for a result of this scan that was created since, before anything else. */
    record Unclear(String reason, String howToFix) implements TenableLaunch {}

    /** One of the three; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<Accepted, T> accepted, Function<NotLaunched, T> notLaunched, Function<Unclear, T> unclear) {
        if (this instanceof Accepted it) {
            return accepted.apply(it);
        }
        return this instanceof NotLaunched it ? notLaunched.apply(it) : unclear.apply((Unclear) this);
    }
}
