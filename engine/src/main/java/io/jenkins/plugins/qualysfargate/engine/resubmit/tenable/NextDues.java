package io.jenkins.plugins.qualysfargate.engine.resubmit.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableDefinition;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableOverview;
import io.jenkins.plugins.qualysfargate.engine.resubmit.DueScan;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When each scan of a Tenable.sc begins by itself; the earlier of what the server says and what its rule says. */
final class NextDues {
    /** Dependent scans hang on each other in a row no longer than this. */
    private static final int DEEPEST = 20;

    private final Map<String, TenableDefinition> definitions = new LinkedHashMap<>();
    private final Map<String, Subject> subjects = new LinkedHashMap<>();
    private final Set<String> active;
    private final Instant now;

    NextDues(TenableOverview overview, Instant now) {
        overview.definitions().forEach(each -> definitions.put(each.id(), each));
        overview.observation().subjects().forEach(each -> subjects.put(each.id(), each));
        this.active = overview.active().stream()
                .flatMap(each -> Stream.ofNullable(each.scanId()))
                .collect(Collectors.toSet());
        this.now = now;
    }

    List<DueScan> all() {
        return definitions.values().stream()
                .filter(each -> due(each) && !idle(each.id()))
                .map(this::of)
                .toList();
    }

    private boolean idle(String id) {
        Subject subject = subjects.get(id);
        return subject == null || subject.disabledBecause() != null;
    }

    private static boolean due(TenableDefinition definition) {
        return definition.timetable().enabled();
    }

    private DueScan of(TenableDefinition definition) {
        Next next = next(definition, 0);
        return new DueScan(definition.id(), definition.name(), definition.zoneId(), next.at(), next.unclear());
    }

    private record Next(@Nullable Instant at, @Nullable String unclear) {}

    private Next next(TenableDefinition definition, int depth) {
        String parentId = definition.timetable().parentId();
        if (parentId != null) {
            return afterParent(parentId, depth);
        }
        Subject subject = subjects.get(definition.id());
        Instant byServer = future(definition.timetable().nextRun());
        if (subject == null || subject.schedule() == null) {
            String problem = subject == null ? "it cannot be seen" : subject.scheduleProblem();
            return new Next(byServer, byServer == null ? problem : null);
        }
        return new Next(earlier(byServer, subject.schedule().next(now).orElse(null)), null);
    }

    /** It begins when the other one has completed: at any moment if that is under way, else not before that begins. */
    private Next afterParent(String parentId, int depth) {
        TenableDefinition parent = definitions.get(parentId);
        if (parent == null || depth > DEEPEST) {
            return new Next(null, "it begins after the scan " + parentId + ", which cannot be seen");
        }
        if (active.contains(parentId)) {
            return new Next(now, null);
        }
        return idle(parentId) ? new Next(null, null) : next(parent, depth + 1);
    }

    private @Nullable Instant future(@Nullable Instant at) {
        return at == null || at.isBefore(now) ? null : at;
    }

    private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
