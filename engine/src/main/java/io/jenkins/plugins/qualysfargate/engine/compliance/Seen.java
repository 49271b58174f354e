package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An observation by subject, so that two of them can be compared. */
record Seen(
        Map<String, Subject> subjects,
        Map<String, List<Run>> runs,
        Map<String, Condition> conditions,
        List<Component> components) {
    /** Before the first look. */
    static final Seen NOTHING = new Seen(Map.of(), Map.of(), Map.of(), List.of());

    static Seen of(Observation observation) {
        Map<String, Subject> subjects = new LinkedHashMap<>();
        observation.subjects().forEach(each -> subjects.put(each.id(), each));
        Map<String, List<Run>> runs = new HashMap<>();
        for (Run run : observation.runs()) {
            runs.computeIfAbsent(run.subjectId(), id -> new ArrayList<>()).add(run);
        }
        Map<String, Condition> conditions = new HashMap<>();
        observation.conditions().forEach(each -> conditions.put(each.subjectId(), each));
        return new Seen(subjects, runs, conditions, observation.components());
    }

    /** True if monitors would choose the same among both. */
    boolean sameSubjects(Seen other) {
        return subjects.equals(other.subjects) && conditions.keySet().equals(other.conditions.keySet());
    }

    List<Run> runs(String subjectId) {
        return runs.getOrDefault(subjectId, List.of());
    }

    @Nullable
    Condition condition(String subjectId) {
        return conditions.get(subjectId);
    }

    /** The subjects whose runs or condition are not what they were. */
    Set<String> otherThan(Seen before) {
        Set<String> changed = new HashSet<>();
        Set<String> all = new HashSet<>(runs.keySet());
        all.addAll(conditions.keySet());
        all.addAll(before.runs.keySet());
        all.addAll(before.conditions.keySet());
        for (String each : all) {
            if (!runs(each).equals(before.runs(each)) || !Objects.equals(condition(each), before.condition(each))) {
                changed.add(each);
            }
        }
        return changed;
    }
}
