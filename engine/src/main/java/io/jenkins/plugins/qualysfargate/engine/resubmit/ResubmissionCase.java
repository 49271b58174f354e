package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.file.ResubmissionSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything by which it is decided whether a run is started to make up for a failed one.
 *
 * @param picture null if the source does not say
 * @param blindBecause why it does not; empty if it does
 * @param active attempts under way at this source, also those that the source does not show yet
 * @param earlier attempts for this subject
 * @param pauses maintenance windows and mutes
 * @param controllers who else may start runs
 * @param approval who agrees, and why; null if nobody does
 */
record ResubmissionCase(
        Standing standing,
        @Nullable SourcePicture picture,
        String blindBecause,
        List<MakeUpAttempt> active,
        List<MakeUpAttempt> earlier,
        List<Pause> pauses,
        ZoneFacts zones,
        ResubmissionSettings settings,
        StartRules rules,
        Controllers controllers,
        @Nullable By approval,
        Instant now) {
    ResubmissionCase {
        active = List.copyOf(active);
        earlier = List.copyOf(earlier);
        pauses = List.copyOf(pauses);
    }

    /** What is to be made up for; null if nothing is wrong. */
    @Nullable
    Occurrence trouble() {
        return standing.trouble();
    }

    @Nullable
    String zoneId() {
        return picture != null && picture.definition() != null
                ? picture.definition().zoneId()
                : standing.zoneId();
    }

    /** Empty if it is not known. */
    String zoneName() {
        return picture != null && picture.definition() != null
                ? picture.definition().zoneName()
                : "";
    }

    /** For sentences. */
    String zoneWords() {
        return zoneName().isEmpty() ? zoneId() == null ? "any zone" : "zone " + zoneId() : "zone " + zoneName();
    }

    /** The team that runs the scanners; null if they are our own. */
    @Nullable
    String otherTeam() {
        String team = standing.monitor().care().otherTeam();
        return team != null
                ? team
                : zones.of(zoneName(), standing.subjectName())
                        .map(ScanZone::otherTeam)
                        .orElse(null);
    }

    /** How long the run will take. */
    Duration takes() {
        Duration usual = RunTimes.usual(picture == null ? List.of() : picture.past())
                .orElse(standing.monitor().windows().maxRuntime());
        boolean longer = standing.monitor().huge() && usual.compareTo(rules.hugeTakes()) < 0;
        return longer ? rules.hugeTakes() : usual;
    }

    /** True if something in that zone gets in the way of this, or may. */
    boolean conflicts(@Nullable String subjectId, @Nullable String otherZone) {
        if (standing.subjectId().equals(subjectId)) {
            return true;
        }
        if (picture != null && !picture.zoned()) {
            return false;
        }
        String zone = zoneId();
        return zone == null || otherZone == null || zone.equals(otherZone);
    }
}
