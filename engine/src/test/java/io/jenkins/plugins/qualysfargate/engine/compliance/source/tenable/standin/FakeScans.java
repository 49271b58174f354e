package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Definitions and results; every list comes twice, as usable and as manageable. */
final class FakeScans {
    private static final Duration DEFAULT_WINDOW = Duration.ofDays(30);

    private final Clock clock;
    final Map<String, FakeDefinition> definitions = new LinkedHashMap<>();
    final Map<Integer, FakeRun> runs = new LinkedHashMap<>();
    FakeCourse launched = FakeCourse.GOOD;

    FakeScans(Clock clock) {
        this.clock = clock;
    }

    String run(String scanId, String name, Instant created, FakeCourse course) {
        int id = runs.size() + 101;
        runs.put(id, new FakeRun(id, scanId, name, created, course));
        return String.valueOf(id);
    }

    Reply definitions(Map<String, String> query) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        definitions.values().forEach(each -> list.add(chosen(each.json(), query)));
        return twice(list);
    }

    Reply definition(String id, Map<String, String> query) {
        FakeDefinition found = definitions.get(id);
        return found == null ? missing("Scan", id) : Reply.of(chosen(found.json(), query));
    }

    Reply results(Map<String, String> query) {
        if (query.getOrDefault("fields", "").contains("progress")) {
            return Reply.error(200, 146, "Field 'progress' is not allowed here.");
        }
        Instant now = clock.instant();
        String wanted = query.getOrDefault("filter", "");
        boolean byFinish = "finishTime".equals(query.get("timeCompareField"));
        Instant from = epoch(query.get("startTime"), now.minus(DEFAULT_WINDOW));
        Instant to = epoch(query.get("endTime"), now);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (FakeRun each : runs.values()) {
            Instant compared = byFinish ? each.finishes() : each.created;
            boolean inside = !compared.isBefore(from) && !compared.isAfter(to);
            boolean asked = !wanted.contains("running") || each.running(now);
            if (inside && asked && !each.created.isAfter(now)) {
                list.add(chosen(each.json(now), query));
            }
        }
        return twice(list);
    }

    Reply result(String id, Map<String, String> query) {
        FakeRun found = runs.get(Integer.parseInt(id));
        if (found == null) {
            return missing("Scan Result", id);
        }
        ObjectNode node = found.json(clock.instant());
        node.set("progress", found.progress(clock.instant()));
        return Reply.of(chosen(node, query));
    }

    /** Numbers are numbers in this answer, and there is no time in it. */
    Reply launch(String id) {
        FakeDefinition found = definitions.get(id);
        if (found == null) {
            return missing("Scan", id);
        }
        String result = run(id, found.name(), clock.instant(), launched);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("scanID", id);
        answer.putObject("scanResult")
                .put("id", result)
                .put("scanID", id)
                .put("jobID", "3784")
                .put("resultsSyncID", -1)
                .put("status", "Queued")
                .put("running", true);
        return Reply.of(answer);
    }

    Reply control(String id, String word) {
        FakeRun found = runs.get(Integer.parseInt(id));
        if (found == null) {
            return missing("Scan Result", id);
        }
        if (word.equals("stop")) {
            Duration ran = Duration.between(found.created, clock.instant());
            FakeCourse stopped = found.course
                    .queuedFor(Duration.ZERO)
                    .runningFor(ran.minus(found.course.preparing()).minus(found.course.initializing()))
                    .endingAs("Partial", "Finished");
            found = new FakeRun(found.id, found.scanId, found.name, found.created, stopped);
            runs.put(found.id, found);
        }
        return Reply.of(found.json(clock.instant()));
    }

    /** Only the fields that were asked for, if any were. */
    private static ObjectNode chosen(ObjectNode whole, Map<String, String> query) {
        if (!query.containsKey("fields")) {
            return whole;
        }
        Set<String> fields = new HashSet<>(Arrays.asList(query.get("fields").split(",")));
        fields.add("id");
        return whole.retain(fields);
    }

    private static Reply twice(ArrayNode list) {
        ObjectNode both = JsonNodeFactory.instance.objectNode();
        both.set("usable", list);
        both.set("manageable", list.deepCopy());
        return Reply.of(both);
    }

    private static Reply missing(String what, String id) {
        return Reply.error(403, 147, what + " #" + id + " does not exist.\n");
    }

    private static Instant epoch(@Nullable String text, Instant otherwise) {
        return text == null ? otherwise : Instant.ofEpochSecond(Long.parseLong(text));
    }
}
