package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.file.ResubmissionSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import java.util.List;
import java.util.Map;

/**
 * What may be started again where.
 *
 * @param runs by source; a source that is missing here starts nothing on request
 * @param zones what is known of zones beyond what a source tells, by source
 * @param maintenance of the settings; those that people open later are in the ledger
 */
public record ResubmissionSetup(
        ResubmissionSettings settings,
        Map<String, MakeUpRuns> runs,
        Map<String, List<ScanZone>> zones,
        List<Pause> maintenance,
        StartRules rules,
        Controllers controllers) {
    public ResubmissionSetup {
        runs = Map.copyOf(runs);
        zones = Map.copyOf(zones);
        maintenance = List.copyOf(maintenance);
    }

    ZoneFacts zonesOf(String sourceId) {
        return new ZoneFacts(zones.getOrDefault(sourceId, List.of()));
    }
}
