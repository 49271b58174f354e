package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.incident.Sorting.Sorted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds for everything that is wrong the incident that it belongs to. */
final class Assignment {
    private final IncidentPolicy policy;
    private final Instant now;
    private final Set<String> keys = new HashSet<>();
    private final Map<String, Place> homes = new HashMap<>();
    private final Map<String, Map<Integer, Place>> groups = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final Set<String> moved = new HashSet<>();

    private Assignment(IncidentPolicy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /** An open incident, and what belongs to it now. */
    static final class Place {
        private final Incident incident;
        private final boolean created;
        private final Map<String, Present> present = new LinkedHashMap<>();
        private int size;

        private Place(Incident incident, boolean created) {
            this.incident = incident;
            this.created = created;
            this.size = incident.members().size();
        }

        Incident incident() {
            return incident;
        }

        boolean created() {
            return created;
        }

        Collection<Present> present() {
            return present.values();
        }
    }

    /**
     * @param places open incidents, those given and those that are to be opened
     * @param moved keys of members that are elsewhere now
     */
    record Assigned(List<Place> places, Set<String> moved) {}

    static Assigned of(IncidentPolicy policy, List<Incident> incidents, Sorted sorted, Instant now) {
        Assignment assignment = new Assignment(policy, now);
        incidents.forEach(assignment::know);
        sorted.present().forEach(assignment::place);
        return new Assigned(assignment.places, assignment.moved);
    }

    private void know(Incident incident) {
        keys.add(incident.key());
        if (incident.open()) {
            Place place = new Place(incident, false);
            incident.members().forEach(each -> homes.put(each.key(), place));
            register(place);
        }
    }

    private void register(Place place) {
        places.add(place);
        groups.computeIfAbsent(place.incident.group(), each -> new TreeMap<>()).put(place.incident.part(), place);
    }

    private void place(Present each) {
        Place home = homes.get(each.key());
        if (home != null && home.incident.group().equals(each.group())) {
            home.present.put(each.key(), each);
            return;
        }
        if (home != null) {
            moved.add(each.key());
        }
        // What is explained and was never heard of by itself is listed with its cause, and nowhere else.
        if (each.hearing() != Hearing.EXPLAINED) {
            Place place = withRoom(each);
            place.present.put(each.key(), each);
            place.size++;
        }
    }

    private Place withRoom(Present each) {
        Map<Integer, Place> parts = groups.getOrDefault(each.group(), Map.of());
        for (Place part : parts.values()) {
            if (part.size < Incident.MOST_MEMBERS) {
                return part;
            }
        }
        int part = 1;
        while (parts.containsKey(part)) {
            part++;
        }
        Place place = new Place(opened(each, part), true);
        register(place);
        return place;
    }

    private Incident opened(Present each, int part) {
        String group = each.group() + (part == 1 ? "" : ",part=" + part);
        long epoch = now.toEpochMilli();
        String key = key(group, epoch);
        while (!keys.add(key)) {
            key = key(group, ++epoch);
        }
        return new Incident(
                "i" + GroupName.hash(key),
                key,
                each.group(),
                part,
                each.failure().care().escalation(),
                "",
                now,
                List.of(),
                List.of(),
                0,
                Timers.NONE,
                Spoken.NOTHING,
                null,
                null);
    }

    private String key(String group, long epoch) {
        return "jenkins:" + policy.instance() + ":scan-compliance:" + group + ":" + epoch;
    }
}
