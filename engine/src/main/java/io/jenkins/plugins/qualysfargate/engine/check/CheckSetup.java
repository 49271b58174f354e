package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.OwedFrom;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalations;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentPolicy;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import java.time.Duration;
import java.util.List;

/**
 * What is checked, and who hears.
 *
 * @param pauses of the settings; those that people open later are in the ledger
 * @param keepFor how long occurrences are kept
 */
public record CheckSetup(
        List<Monitor> monitors,
        List<CheckedSource> sources,
        IncidentPolicy policy,
        Escalations escalations,
        List<Pause> pauses,
        OwedFrom owedFrom,
        Duration keepFor) {
    /** A little more than a year, so that an audit of a year finds all of it. */
    public static final Duration KEPT = Duration.ofDays(400);

    /** The channel of who has configured none: incidents are on record, and nobody is told. */
    public static final String NOBODY = "nobody";

    public CheckSetup {
        monitors = List.copyOf(monitors);
        sources = List.copyOf(sources);
        pauses = List.copyOf(pauses);
    }
}
