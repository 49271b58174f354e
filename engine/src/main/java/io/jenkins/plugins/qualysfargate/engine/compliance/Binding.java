package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Deals runs out to the slots that they were created in; each run goes to one slot, in the order of creation. */
final class Binding {
    private static final Comparator<Run> BY_CREATION =
            Comparator.comparing(Run::createdAt).thenComparing(Run::id);

    private final List<Run> runs;
    private int next;

    Binding(List<Run> runs) {
        this.runs = Rollovers.joined(runs).stream().sorted(BY_CREATION).toList();
    }

    /** Those of this slot; slots must be asked for in their order. */
    List<Run> of(Slot slot) {
        while (next < runs.size() && runs.get(next).createdAt().isBefore(slot.opens())) {
            next++;
        }
        int first = next;
        while (next < runs.size()
                && (slot.closes() == null || runs.get(next).createdAt().isBefore(slot.closes()))) {
            next++;
        }
        return first == next ? List.of() : new ArrayList<>(runs.subList(first, next));
    }
}
