package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import org.jspecify.annotations.Nullable;

/** Makes a definition of what /scan says. */
final class DefinitionReader {
    /** Without them the answer holds policyPrefs, which carries the credentials of scans. */
    static final String FIELDS =
            "id,name,zone,schedule,maxScanTime,timeoutAction,repository,policy,numDependents,canUse,"
                    + "canManage,createdTime,modifiedTime";

    private DefinitionReader() {}

    static TenableDefinition read(JsonNode node) throws UnreadableValueException {
        JsonNode zone = Fields.object(node, "zone");
        return new TenableDefinition(
                Fields.id(node),
                Scalars.text(node, "name"),
                Scalars.id(zone, "id"),
                Scalars.text(zone, "name"),
                Scalars.text(Fields.object(node, "repository"), "name"),
                Scalars.text(Fields.object(node, "policy"), "name"),
                timetable(Fields.object(node, "schedule")),
                Scalars.count(node, "maxScanTime"),
                Scalars.text(node, "timeoutAction"),
                Scalars.count(node, "numDependents"),
                Scalars.flag(node, "canUse"),
                Scalars.flag(node, "canManage"),
                Scalars.epochSecond(node, "createdTime"),
                Scalars.epochSecond(node, "modifiedTime"));
    }

    private static TenableTimetable timetable(JsonNode schedule) throws UnreadableValueException {
        return new TenableTimetable(
                Scalars.text(schedule, "type"),
                Scalars.text(schedule, "start"),
                Scalars.text(schedule, "repeatRule"),
                Scalars.epochSecond(schedule, "nextRun"),
                parent(schedule),
                !Boolean.FALSE.equals(Scalars.flag(schedule, "enabled")));
    }

    private static @Nullable String parent(JsonNode schedule) throws UnreadableValueException {
        String id = Scalars.id(schedule, "dependentID");
        return id == null ? Scalars.id(Fields.object(schedule, "dependent"), "id") : id;
    }
}
