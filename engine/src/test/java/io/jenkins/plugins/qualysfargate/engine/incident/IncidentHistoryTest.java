package io.jenkins.plugins.qualysfargate.engine.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Long random histories: no failure is lost, nobody is told twice, and everything ends. */
class IncidentHistoryTest {
    private static final int STEPS = 150;

    private final Incidents incidents = new Incidents(Failures.POLICY, Failures.ESCALATIONS);
    private final IncidentActions actions = new IncidentActions(Failures.POLICY, Failures.ESCALATIONS);
    private final Map<String, Incident> store = new LinkedHashMap<>();
    private final Set<String> delivered = new HashSet<>();
    private final Listener listener = new Listener();
    private final Map<String, Instant> mutedByHand = new HashMap<>();

    static List<Long> seeds() {
        return LongStream.range(0, 40).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void shouldLoseNothingAndTellNothingTwice(long seed) {
        RandomWorld world = new RandomWorld(seed);
        for (int i = 0; i < STEPS; i++) {
            world.live();
            listener.clock(world.now);
            forget(world.now.minus(Duration.ofHours(12)));
            Step step = incidents.step(all(), world.situation(), world.now);
            if (world.random.nextInt(10) == 0) {
                // Another process was faster, or this one died before it had saved: nothing of it counts.
                continue;
            }
            if (world.random.nextInt(10) == 0) {
                restart();
                assertThat(incidents.step(all(), world.situation(), world.now)).isEqualTo(step);
            }
            save(step);
            assertThat(incidents.step(all(), world.situation(), world.now).messages())
                    .as("messages of a step that was made twice")
                    .isEmpty();
            mutedByHand.values().removeIf(until -> !until.isAfter(world.now));
            for (String name : world.mustBeKnown()) {
                assertThat(listener.knows(name) || mutedByHand.containsKey(name))
                        .as("somebody was told of %s at step %s, which was not lost", name, i)
                        .isTrue();
            }
            act(world);
        }
        finish(world);
    }

    /** What is not in the documents is forgotten. */
    private void restart() {
        store.replaceAll((id, each) -> IncidentDocument.read(IncidentDocument.write(each)));
    }

    /** Incidents that were resolved before then are not asked for any more. */
    private void forget(Instant before) {
        all().stream()
                .filter(each -> each.resolvedAt() != null && each.resolvedAt().isBefore(before))
                .forEach(each -> store.remove(each.id()));
    }

    private List<Incident> all() {
        return List.copyOf(store.values());
    }

    private void save(Step step) {
        step.changed().forEach(each -> store.put(each.id(), each));
        for (OutboxMessage message : step.messages()) {
            assertThat(delivered.add(message.id()))
                    .as("%s is sent once", message.id())
                    .isTrue();
            listener.hear(message.channel(), IncidentNotice.read(message.body()));
        }
    }

    private void act(RandomWorld world) {
        List<Incident> open = all().stream().filter(Incident::open).toList();
        if (open.isEmpty()) {
            return;
        }
        Incident one = open.get(world.random.nextInt(open.size()));
        By by = new By("kim", "because");
        Instant until = world.now.plus(Duration.ofMinutes(1 + world.random.nextInt(600)));
        switch (world.random.nextInt(25)) {
            case 0 -> {
                save(actions.acknowledge(one, by, until, world.now));
                listener.hushed(one.id(), until);
            }
            case 1 -> {
                if (one.ack() != null) {
                    save(actions.unacknowledge(one, by, world.now));
                    listener.hushed(one.id(), world.now);
                }
            }
            case 2 -> {
                save(actions.mute(one, by, until, world.now));
                listener.hushed(one.id(), until);
                one.members().forEach(each -> mutedByHand.put(each.failure().name(), until));
            }
            case 3 -> {
                save(actions.resolve(one, by, world.now));
                save(incidents.step(all(), world.situation(), world.now));
            }
            case 4 -> save(actions.comment(one, by, world.now));
            default -> {}
        }
    }

    private void finish(RandomWorld world) {
        world.failing.clear();
        world.zoneDown = false;
        for (int i = 0; i < 3; i++) {
            world.now = world.now.plus(Duration.ofHours(2));
            save(incidents.step(all(), world.situation(), world.now));
        }
        assertThat(all()).noneMatch(Incident::open);
        assertThat(listener.unfinished())
                .as("incidents of which the end was not told")
                .isEmpty();
    }
}
