package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import java.util.List;

/**
 * A member that is one no more.
 *
 * @param returns see {@link Member#returns}
 */
public record Ticked(String key, String name, How how, Instant at, List<Instant> returns) {
    public Ticked {
        returns = List.copyOf(returns);
    }

    /** Why it is none any more. */
    public enum How {
        /** It is well. */
        RECOVERED,
        /** A maintenance window excuses it. */
        EXCUSED,
        /** It belongs to another incident since its configuration changed, or its cause was found. */
        MOVED,
        /** A person resolved the incident. */
        CLOSED
    }
}
