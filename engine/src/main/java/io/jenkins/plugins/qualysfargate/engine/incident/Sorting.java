package io.jenkins.plugins.qualysfargate.engine.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells apart what is excused, muted, explained, and what people must hear. */
final class Sorting {
    private static final int MOST_CHILDREN = 100;
    private static final Comparator<Present> WORST_FIRST = Comparator.comparing(Present::urgency)
            .reversed()
            .thenComparing(each -> each.failure().name())
            .thenComparing(Present::key);

    private final IncidentPolicy policy;
    private final Situation situation;
    private final Instant now;
    private final List<Pause> active;
    private final Set<String> excused = new HashSet<>();
    private final Map<String, Present> present = new LinkedHashMap<>();
    private final Map<Cause, List<Failure>> children = new HashMap<>();
    private final Map<List<@Nullable Object>, String> groups = new HashMap<>();

    private Sorting(IncidentPolicy policy, Situation situation, Instant now) {
        this.policy = policy;
        this.situation = situation;
        this.now = now;
        this.active =
                situation.pauses().stream().filter(each -> each.activeAt(now)).toList();
    }

    /**
     * @param present the worst first, each key once
     * @param excused keys of what a maintenance window excuses
     */
    record Sorted(List<Present> present, Set<String> excused) {}

    static Sorted of(IncidentPolicy policy, Situation situation, Instant now) {
        return new Sorting(policy, situation, now).sorted();
    }

    private Sorted sorted() {
        List<Cause> causes = new ArrayList<>();
        for (Cause cause : situation.causes()) {
            if (pause(Pause.Kind.MAINTENANCE, cause).isPresent()) {
                excused.add(Present.key(cause));
            } else {
                causes.add(cause);
            }
        }
        List<Cause> explaining = causes.stream()
                .sorted(Comparator.comparing((Cause each) -> each.zoneId() != null)
                        .thenComparing(Cause::key))
                .toList();
        situation.failures().forEach(each -> sort(each, explaining));
        causes.forEach(this::sort);
        return new Sorted(present.values().stream().sorted(WORST_FIRST).toList(), excused);
    }

    private void sort(Failure failure, List<Cause> explaining) {
        String key = Present.key(failure);
        if (pause(Pause.Kind.MAINTENANCE, failure).isPresent()) {
            excused.add(key);
            return;
        }
        Optional<Pause> mute = pause(Pause.Kind.MUTE, failure);
        Cause cause = mute.isPresent() ? null : explanation(failure, explaining);
        if (cause != null) {
            children.computeIfAbsent(cause, each -> new ArrayList<>()).add(failure);
        }
        Hearing hearing = mute.isPresent() ? Hearing.MUTED : cause != null ? Hearing.EXPLAINED : Hearing.AUDIBLE;
        String because = mute.map(Sorting::words).orElse(cause == null ? "" : cause.title());
        present.putIfAbsent(
                key,
                new Present(
                        key,
                        group(failure),
                        false,
                        CutFailure.of(failure),
                        policy.clock().urgency(failure, now),
                        hearing,
                        BoundedText.line(because, 200),
                        List.of(),
                        0));
    }

    private void sort(Cause cause) {
        Optional<Pause> mute = pause(Pause.Kind.MUTE, cause);
        List<Failure> all = children.getOrDefault(cause, List.of());
        Urgency urgency = all.stream()
                .map(each -> policy.clock().urgency(each, now))
                .reduce(cause.care().urgency(), Urgency::or);
        List<Child> listed = all.stream()
                .sorted(Comparator.comparing(Failure::name).thenComparing(Failure::key))
                .limit(MOST_CHILDREN)
                .map(CutFailure::of)
                .map(each -> new Child(each.name(), each.state(), each.since()))
                .toList();
        Failure whole = CutFailure.of(cause);
        present.putIfAbsent(
                Present.key(cause),
                new Present(
                        Present.key(cause),
                        group(whole),
                        true,
                        whole,
                        urgency,
                        mute.isPresent() ? Hearing.MUTED : Hearing.AUDIBLE,
                        BoundedText.line(mute.map(Sorting::words).orElse(""), 200),
                        listed,
                        all.size() - listed.size()));
    }

    /** Many failures have everything in common that makes a group. */
    private String group(Failure failure) {
        return groups.computeIfAbsent(
                Arrays.asList(failure.care(), failure.sourceId(), failure.zoneId()), each -> policy.group(failure));
    }

    private static @Nullable Cause explanation(Failure failure, List<Cause> explaining) {
        return explaining.stream()
                .filter(each -> each.sourceId().equals(failure.sourceId())
                        && (each.zoneId() == null || each.zoneId().equals(failure.zoneId())))
                .findFirst()
                .orElse(null);
    }

    private Optional<Pause> pause(Pause.Kind kind, Failure failure) {
        return active.stream()
                .filter(each -> each.kind() == kind && each.scope().covers(failure))
                .findFirst();
    }

    private Optional<Pause> pause(Pause.Kind kind, Cause cause) {
        return active.stream()
                .filter(each -> each.kind() == kind && each.scope().covers(cause))
                .findFirst();
    }

    private static String words(Pause pause) {
        return "muted by " + pause.who() + ": " + pause.why();
    }
}
