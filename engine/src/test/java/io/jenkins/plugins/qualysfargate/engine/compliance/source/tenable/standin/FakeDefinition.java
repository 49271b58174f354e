package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** One scan definition; it can be changed at any time. */
public final class FakeDefinition {
    final String id;
    private String name;
    private final ObjectNode schedule = JsonNodeFactory.instance.objectNode();
    private final ObjectNode zone = JsonNodeFactory.instance.objectNode();

    FakeDefinition(String id, String name) {
        this.id = id;
        this.name = name;
        zone.put("id", -1).put("name", "").put("description", "");
        schedule.put("type", "ical").put("start", "TZID=America/New_York:20260101T203000");
        schedule.put("repeatRule", "FREQ=DAILY;INTERVAL=1").put("nextRun", "-1");
    }

    public FakeDefinition named(String other) {
        name = other;
        return this;
    }

    String name() {
        return name;
    }

    public FakeDefinition inZone(String zoneId, String zoneName) {
        zone.put("id", zoneId).put("name", zoneName);
        return this;
    }

    public FakeDefinition ical(String start, String repeatRule, Instant nextRun) {
        schedule.put("type", "ical").put("start", start).put("repeatRule", repeatRule);
        schedule.put("nextRun", nextRun.getEpochSecond());
        return this;
    }

    /** One of {@code now}, {@code never}, {@code template}, {@code rollover}. */
    public FakeDefinition type(String type) {
        schedule.put("type", type).put("start", "").put("repeatRule", "").put("nextRun", 0);
        return this;
    }

    public FakeDefinition dependsOn(String parentId) {
        type("dependent");
        schedule.put("dependentID", parentId);
        schedule.putObject("dependent").put("id", parentId).put("name", "").put("status", "0");
        return this;
    }

    public FakeDefinition switchedOff() {
        schedule.put("enabled", "false");
        return this;
    }

    ObjectNode json() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id).put("name", name).putNull("description").put("status", "0");
        node.set("schedule", schedule.deepCopy());
        node.set("zone", zone.deepCopy());
        node.putObject("repository").put("id", "1").put("name", "Default");
        node.putObject("policy").put("id", "1000001").put("name", "Full Safe Scan");
        node.put("maxScanTime", "3600").put("timeoutAction", "import").put("rolloverType", "template");
        node.put("numDependents", "0").put("canUse", "true").put("canManage", "true");
        node.put("createdTime", "1545177469").put("modifiedTime", "1545177469");
        // What nobody must ask for.
        node.putArray("policyPrefs").addObject().put("name", "[authPref]sccm").put("value", "secret-of-a-scan");
        return node;
    }
}
