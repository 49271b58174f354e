package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Joins a run that scans the remainder of another one with it. */
final class Rollovers {
    private Rollovers() {}

    /** The runs in the order given, each with its remainder in it: as long, as far and as well as the two together. */
    static List<Run> joined(List<Run> runs) {
        if (runs.stream().allMatch(run -> run.parentId() == null)) {
            return runs;
        }
        Map<String, Run> byId = new HashMap<>();
        runs.forEach(run -> byId.put(run.id(), run));
        Map<String, Run> result = new LinkedHashMap<>();
        for (Run run : runs) {
            Run parent = parent(run, byId);
            if (parent == null) {
                result.putIfAbsent(run.id(), run);
            } else {
                result.put(parent.id(), joined(result.getOrDefault(parent.id(), parent), run));
            }
        }
        return new ArrayList<>(result.values());
    }

    /** The run at the beginning of a row of remainders; null if this one stands for itself. */
    private static @Nullable Run parent(Run run, Map<String, Run> byId) {
        Run first = run;
        for (int i = 0; i < byId.size() && first.parentId() != null; i++) {
            Run above = byId.get(first.parentId());
            if (above == null) {
                break;
            }
            first = above;
        }
        return first.id().equals(run.id()) ? null : first;
    }

    private static Run joined(Run parent, Run rest) {
        return new Run(
                rest.id(),
                parent.subjectId(),
                parent.createdAt(),
                parent.startedAt(),
                rest.finishedAt(),
                rest.state(),
                rest.imported(),
                sum(parent.reach(), rest.reach()),
                null,
                rest.word(),
                rest.detail());
    }

    private static Reach sum(Reach one, Reach other) {
        // The remainder's targets are among those of the whole.
        return new Reach(one.total(), plus(one.scanned(), other.scanned()), plus(one.progress(), other.progress()));
    }

    private static @Nullable Long plus(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : Long.valueOf(one + other);
    }
}
