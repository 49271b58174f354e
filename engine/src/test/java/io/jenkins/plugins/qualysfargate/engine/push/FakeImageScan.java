package io.jenkins.plugins.qualysfargate.engine.push;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Scans in no time and records the verdict in a history; notices if one digest is scanned twice at once. */
public class FakeImageScan implements ImageScan {
    private final History history;
    private final Clock clock;
    private final Set<Digest> running = new HashSet<>();
    private final List<Digest> overlapping = new ArrayList<>();
    private volatile boolean broken;

    public FakeImageScan(History history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** From now on no scan gives a complete answer. */
    void breakDown() {
        broken = true;
    }

    void recover() {
        broken = false;
    }

    /** Digests of which two scans ran at once. */
    synchronized List<Digest> overlapping() {
        return List.copyOf(overlapping);
    }

    /** What happens while the scanner runs. */
    void whileRunning(Push push, BooleanSupplier cancelled) {}

    private boolean known(Push push) {
        Map<Digest, ScanSummary> latest = history.latest(List.of(push.digest()));
        ScanSummary last = latest.get(push.digest());
        return last != null
                && last.complete()
                && (push.freshAfter() == null || !last.scannedAt().isBefore(push.freshAfter()));
    }

    @Override
    public ScanAnswer scan(Push push, BooleanSupplier cancelled) {
        if (known(push)) {
            return new ScanAnswer.Known();
        }
        begin(push.digest());
        try {
            whileRunning(push, cancelled);
            boolean complete = !broken && !cancelled.getAsBoolean();
            String id = UUID.randomUUID().toString();
            history.record((complete ? Scans.passing(id) : Scans.broken(id))
                    .named(push.image().toString())
                    .of(push.digest())
                    .at(clock.instant())
                    .make());
            return new ScanAnswer.Recorded(
                    complete ? VerdictKind.PASS : VerdictKind.INDETERMINATE, complete ? "clean" : "no report");
        } finally {
            end(push.digest());
        }
    }

    private synchronized void begin(Digest digest) {
        if (!running.add(digest)) {
            overlapping.add(digest);
        }
    }

    private synchronized void end(Digest digest) {
        running.remove(digest);
    }
}
