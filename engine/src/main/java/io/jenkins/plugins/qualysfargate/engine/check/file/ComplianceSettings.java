package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentPolicy;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import java.util.List;

/**
 * What a compliance file says, every reference in it resolved.
 *
 * @param escalations never empty if there is a channel; the first one is for whatever is of no monitor
 * @param maintenance all of {@link Pause.Kind#MAINTENANCE}
 * @param monitors at least one; their sources and escalations are among those above
 */
public record ComplianceSettings(
        List<SourceSettings> sources,
        List<ChannelSettings> channels,
        List<Escalation> escalations,
        IncidentPolicy incidents,
        List<Pause> maintenance,
        ResubmissionSettings resubmission,
        List<Monitor> monitors) {
    public ComplianceSettings {
        sources = List.copyOf(sources);
        channels = List.copyOf(channels);
        escalations = List.copyOf(escalations);
        maintenance = List.copyOf(maintenance);
        monitors = List.copyOf(monitors);
    }
}
