package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a user needs to know of a connection: it works, somebody said no, or nobody answered. Holds no secret. */
public sealed interface ConnectionOutcome {

    /**
     * The platform accepts the login.
     *
     * @param tokenExpiry as the token itself has it; null if it does not say
     * @param remarks what may still go wrong, a sentence each
     */
    record Connected(QualysPlatform platform, @Nullable Instant tokenExpiry, List<String> remarks)
            implements ConnectionOutcome {
        public Connected {
            remarks = List.copyOf(remarks);
        }
    }

    /** The platform answered, and does not accept the login: asking again changes nothing. */
    record Refused(String reason, String howToFix) implements ConnectionOutcome {}

    /** Nobody answered, or not the platform, or not to the point: nothing is known of the login. */
    record Unreachable(String reason, String howToFix) implements ConnectionOutcome {}

    /** Maps the three cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Connected, ? extends T> connected,
            Function<? super Refused, ? extends T> refused,
            Function<? super Unreachable, ? extends T> unreachable) {
        if (this instanceof Connected it) {
            return connected.apply(it);
        }
        return this instanceof Refused it ? refused.apply(it) : unreachable.apply((Unreachable) this);
    }
}
