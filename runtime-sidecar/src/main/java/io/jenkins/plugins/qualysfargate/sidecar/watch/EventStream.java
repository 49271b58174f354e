package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.delivery.LineDelivery;
import io.jenkins.plugins.qualysfargate.sidecar.event.EventEncoder;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.Coverage;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.CoverageSource;
import io.jenkins.plugins.qualysfargate.sidecar.event.RuntimeEvent.CoverageState;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity.Container;
import java.time.Clock;
import java.util.function.Predicate;

/** Gives events away as lines; those that get lost become an event themselves, as soon as there is room for it. */
final class EventStream {
    private final EventEncoder encoder;
    private final Predicate<String> lines;
    private final Clock clock;
    private final TaskIdentity task;
    private Container container = Container.UNKNOWN;
    private long lost;

    /** @param lines takes a line, and says whether it was kept; see {@link LineDelivery#offer} */
    EventStream(EventEncoder encoder, Predicate<String> lines, Clock clock, TaskIdentity task) {
        this.encoder = encoder;
        this.lines = lines;
        this.clock = clock;
        this.task = task;
    }

    /**
     * Events are about this container from now on.
     *
     * @param controlGroups of the application's process
     */
    void about(String controlGroups) {
        container = task.containerOf(controlGroups).orElse(Container.UNKNOWN);
    }

    void give(RuntimeEvent event) {
        sayLost();
        if (!lines.test(encoder.encode(event, task, container))) {
            lost++;
        }
    }

    /** Says what was lost, if anything was and there is room. */
    void sayLost() {
        if (lost > 0) {
            Coverage coverage = new Coverage(
                    clock.instant(),
                    CoverageSource.DELIVERY,
                    CoverageState.LIMITED,
                    "whoever reads the events was slower than they came",
                    lost);
            if (lines.test(encoder.encode(coverage, task, container))) {
                lost = 0;
            }
        }
    }
}
