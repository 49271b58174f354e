package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schedule of a registry and the last job that it made; names as in Container Security API, registry schedule.
 *
 * @param time {@code HH:MM} in UTC; empty if there is none
 * @param everyDays null if Qualys does not say
 * @param weekDay for every seven days; empty if there is none
 * @param jobs the moments of the last job
 * @param errors in Qualys' words, one line each
 */
record RegistrySchedule(
        String uuid,
        String name,
        boolean onDemand,
        String time,
        @Nullable Long everyDays,
        String weekDay,
        String status,
        Moments jobs,
        List<String> errors) {
    private static final int MOST_ERRORS = 5;

    RegistrySchedule {
        errors = List.copyOf(errors);
    }

    /** Each null if it has not come, or Qualys does not say. */
    record Moments(
            @Nullable Instant created,
            @Nullable Instant updated,
            @Nullable Instant started,
            @Nullable Instant listed,
            @Nullable Instant scanning,
            @Nullable Instant completed) {

        /** The last sign of life. */
        @Nullable
        Instant latest() {
            return scanning != null ? scanning : listed != null ? listed : started;
        }
    }

    static RegistrySchedule of(JsonNode entry) throws UnreadableValueException {
        String uuid = Scalars.text(entry, "scheduleUuid");
        if (!QualysRegistry.UUID.matcher(uuid).matches()) {
            throw new UnreadableValueException("scheduleUuid", uuid, "the id of a schedule");
        }
        List<String> errors = new ArrayList<>();
        for (JsonNode error : entry.path("errors")) {
            String code = Scalars.text(error, "errorCode");
            String text = Scalars.text(error, "errorMessage");
            if (errors.size() < MOST_ERRORS && !(code + text).isEmpty()) {
                errors.add(ForeignLine.of(code.isEmpty() || text.isEmpty() ? code + text : code + ": " + text));
            }
        }
        return new RegistrySchedule(
                uuid,
                Scalars.text(entry, "name"),
                Boolean.TRUE.equals(Scalars.flag(entry, "onDemand")),
                Scalars.text(entry, "schedule"),
                Scalars.count(entry, "scheduleScanIntervalInDays"),
                Scalars.text(entry, "weekDay"),
                Scalars.text(entry, "status"),
                new Moments(
                        Millis.instant(entry, "created"),
                        Millis.instant(entry, "updated"),
                        Millis.instant(entry, "jobStartDate"),
                        Millis.instant(entry, "jobListingStartDate"),
                        Millis.instant(entry, "jobScanningStartDate"),
                        Millis.instant(entry, "jobCompletionDate")),
                errors);
    }
}
