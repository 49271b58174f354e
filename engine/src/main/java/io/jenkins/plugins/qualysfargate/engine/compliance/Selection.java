package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the subjects that monitors choose; by id and by name without looking at every one of them. */
final class Selection {
    private final Collection<Subject> all;
    private final Map<String, Subject> byId = new HashMap<>();
    private final Map<String, List<Subject>> byName = new HashMap<>();

    Selection(Collection<Subject> subjects) {
        this.all = subjects;
        for (Subject each : subjects) {
            byId.put(each.id(), each);
            byName.computeIfAbsent(each.name(), name -> new ArrayList<>()).add(each);
        }
    }

    List<Subject> of(Selector selector) {
        if (selector instanceof Selector.ById it) {
            Subject found = byId.get(it.id());
            return found == null ? List.of() : List.of(found);
        }
        if (selector instanceof Selector.ByName it) {
            return byName.getOrDefault(it.name(), List.of());
        }
        return all.stream().filter(selector::chooses).toList();
    }
}
