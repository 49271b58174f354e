package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.push.PushQueue;
import io.jenkins.plugins.qualysfargate.engine.push.ScanWish;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts every image that has to be scanned into the push queue, for whoever drains it. An image that is put in by two sweeps
 * is scanned once.
 */
public final class EnqueueOpen implements SweepAction {
    private final PushQueue queue;
    private final Wishes wishes;
    private final List<String> bodies = new ArrayList<>();
    private long sent;

    public EnqueueOpen(PushQueue queue, SweepRule rule, Clock clock) {
        this.queue = queue;
        this.wishes = new Wishes(rule, clock);
    }

    @Override
    public void found(SweepFinding finding) {
        if (finding.state().open()) {
            bodies.add(ScanWish.write(wishes.of(finding)));
            if (bodies.size() == PushQueue.LARGEST_BATCH) {
                finish();
            }
        }
    }

    @Override
    public void finish() {
        if (!bodies.isEmpty()) {
            queue.send(List.copyOf(bodies));
            sent += bodies.size();
            bodies.clear();
        }
    }

    /** How many images are in the queue because of this. */
    public long sent() {
        return sent;
    }
}
