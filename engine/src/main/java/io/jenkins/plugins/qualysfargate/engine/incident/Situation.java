package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.List;

/**
 * All that is known when incidents are stepped on.
 *
 * @param failures everything that is alarming now, also what is muted; thresholds are already applied
 * @param causes what is broken now and explains failures
 * @param pauses all that hold now or later
 */
public record Situation(List<Failure> failures, List<Cause> causes, List<Pause> pauses) {
    public Situation {
        failures = List.copyOf(failures);
        causes = List.copyOf(causes);
        pauses = List.copyOf(pauses);
    }
}
