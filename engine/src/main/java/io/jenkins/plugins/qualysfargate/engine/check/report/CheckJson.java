package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.SourceView;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a check found, as one JSON object: {@code contracts/compliance-check.schema.json}. */
public final class CheckJson {
    private CheckJson() {}

    public static String write(CheckOutcome outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schemaVersion", 1);
        json.put("at", outcome.at());
        json.put("answer", outcome.answer());
        json.put(
                "failing",
                outcome.alarming().stream()
                        .map(Standing::subjectName)
                        .distinct()
                        .toList());
        json.put("scans", outcome.standings().stream().map(CheckJson::standing).toList());
        json.put("sources", outcome.sources().stream().map(CheckJson::source).toList());
        json.put(
                "incidents",
                outcome.incidents().stream().map(CheckJson::incident).toList());
        return RecordJson.write(json);
    }

    private static Map<String, @Nullable Object> standing(Standing it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("monitor", it.monitor().id());
        json.put("subject", it.subjectId());
        json.put("name", it.subjectName());
        json.put("source", it.monitor().source());
        json.put("zone", it.zoneId());
        json.put("state", it.state());
        json.put("verdict", it.verdict());
        json.put("alarmed", it.alarmed());
        Occurrence shown = it.trouble() == null ? it.latest() : it.trouble();
        json.put("dueAt", shown == null ? null : shown.key().dueAt());
        judgement(json, shown == null ? null : shown.now());
        json.put("lastSuccess", it.lastSuccess());
        json.put("nextDue", it.nextDue());
        json.put("owner", it.monitor().care().owner());
        json.put("runbook", it.monitor().care().runbook());
        return json;
    }

    private static void judgement(Map<String, @Nullable Object> json, @Nullable Judgement now) {
        json.put("since", now == null ? null : now.since());
        json.put("reason", now == null ? null : now.reason());
        json.put("howToFix", now == null ? null : now.howToFix());
        json.put("run", now == null ? null : now.runId());
    }

    private static Map<String, @Nullable Object> source(SourceView it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", it.id());
        json.put("seenAt", it.seenAt());
        json.put("blindSince", it.blindSince());
        json.put("blindBecause", it.blindBecause());
        json.put("howToFix", it.howToFix());
        json.put("skew", it.skew());
        List<Component> components = it.components();
        json.put("components", components);
        return json;
    }

    private static Map<String, @Nullable Object> incident(Incident it) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", it.id());
        json.put("key", it.key());
        json.put("state", it.state());
        json.put("urgency", it.urgency());
        json.put("openedAt", it.openedAt());
        json.put(
                "members",
                it.members().stream().map(each -> each.failure().name()).toList());
        return json;
    }
}
