package io.jenkins.plugins.qualysfargate.engine.incident;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Scans that fail and recover by chance, scanners that break, people who mute, and a clock that jumps. */
final class RandomWorld {
    private static final List<String> STATES = List.of("MISSED", "LATE", "OVERRUN", "FAILED", "UNKNOWN");

    final Random random;
    final Map<String, String> failing = new TreeMap<>();
    final List<Pause> pauses = new ArrayList<>();
    Instant now = Failures.NOON;
    boolean zoneDown;

    RandomWorld(long seed) {
        random = new Random(seed);
    }

    /** Whatever happens until the next look. */
    void live() {
        now = now.plus(leap());
        for (int i = random.nextInt(4); i > 0; i--) {
            String name = "scan-" + random.nextInt(8);
            if (failing.remove(name) == null || random.nextInt(4) == 0) {
                failing.put(name, STATES.get(random.nextInt(STATES.size())));
            }
        }
        if (random.nextInt(15) == 0) {
            zoneDown = !zoneDown;
        }
        if (random.nextInt(20) == 0) {
            failing.clear();
        }
        if (random.nextInt(12) == 0) {
            pauses.add(pause());
        }
    }

    private Duration leap() {
        int chance = random.nextInt(40);
        if (chance == 0) {
            return Duration.ofHours(-3);
        }
        if (chance < 4) {
            return Duration.ofHours(random.nextInt(60));
        }
        return Duration.ofSeconds(random.nextInt(1500));
    }

    private Pause pause() {
        Pause.Kind kind = random.nextBoolean() ? Pause.Kind.MUTE : Pause.Kind.MAINTENANCE;
        Scope scope = new Scope(new Glob("m-" + random.nextInt(4)), null, null, null);
        Instant until = now.plusSeconds(60 + random.nextInt(20_000));
        return Pause.once("p" + pauses.size(), kind, scope, new Pause.Span(now, until), new Pause.By("kim", "work"));
    }

    Situation situation() {
        List<Failure> failures = new ArrayList<>();
        failing.forEach((name, state) -> failures.add(failure(name, state)));
        List<Cause> causes = zoneDown
                ? List.of(new Cause("zone/odd", "tenable", "odd", "zone is down", "", "", now, care(Urgency.ERROR)))
                : List.of();
        return new Situation(failures, causes, pauses);
    }

    private static Failure failure(String name, String state) {
        int number = name.charAt(name.length() - 1) - '0';
        return new Failure(
                name,
                "m-" + number % 4,
                "tenable",
                name,
                state,
                Failures.NOON,
                "",
                "",
                number % 2 == 1 ? "odd" : "even",
                care(number < 4 ? Urgency.ERROR : Urgency.WARNING),
                null,
                Set.of());
    }

    private static Care care(Urgency urgency) {
        return new Care("a", null, urgency, "prod", null, null);
    }

    /** Names of scans of which people must know now: nothing excuses, mutes or explains them. */
    Set<String> mustBeKnown() {
        Set<String> known = new TreeSet<>(failing.keySet());
        known.removeIf(each -> paused(each) || (zoneDown && odd(each)));
        return known;
    }

    /** True if a scan does not fail, as opposed to being paused or explained. */
    boolean well(String name) {
        return !failing.containsKey(name);
    }

    private static boolean odd(String name) {
        return (name.charAt(name.length() - 1) - '0') % 2 == 1;
    }

    private boolean paused(String name) {
        String monitor = "m-" + (name.charAt(name.length() - 1) - '0') % 4;
        return pauses.stream()
                .anyMatch(each -> String.valueOf(each.scope().monitor()).equals(monitor)
                        && !now.isBefore(each.from())
                        && now.isBefore(each.until()));
    }
}
