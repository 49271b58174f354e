package io.jenkins.plugins.qualysfargate.sidecar.watch;

import io.jenkins.plugins.qualysfargate.sidecar.delivery.LineDelivery;
import io.jenkins.plugins.qualysfargate.sidecar.event.EventEncoder;
import io.jenkins.plugins.qualysfargate.sidecar.identity.TaskIdentity;
import io.jenkins.plugins.qualysfargate.sidecar.libc.FileBytes;
import io.jenkins.plugins.qualysfargate.sidecar.libc.LibC;
import io.jenkins.plugins.qualysfargate.sidecar.proc.Capability;
import io.jenkins.plugins.qualysfargate.sidecar.proc.PortOwners;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcProcesses;
import io.jenkins.plugins.qualysfargate.sidecar.proc.ProcessStatus;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Watches an application on the running machine and writes events to a stream, one line each. */
public final class WatchApplication {
    private static final String NO_CAPABILITY =
            "CAP_SYS_PTRACE is not held. Traced without it, programs that run as the"
                    + " owner of their file would lose that right, so nothing is attached to. Add SYS_PTRACE to"
                    + " linuxParameters.capabilities of the sidecar's container (Fargate platform 1.4.0 or later)";
    /** ECS gives 30 seconds in all before it kills. */
    private static final Duration LAST_LINES = Duration.ofSeconds(5);

    private static final Duration LAST_WORD = Duration.ofMillis(200);
    private static final long MOST_WAITING_BYTES = 8 << 20;
    private static final int MOST_CONTROL_GROUPS = 16 << 10;
    private static final Path PROC = Path.of("/proc");

    private final Clock clock;
    private final boolean mayTrace;
    private final LineDelivery delivery;
    private final EventStream events;
    private final Coverages coverages;
    private final Watch watch;
    private volatile boolean stopping;

    /** @param own the sidecar's own process */
    public WatchApplication(
            WatchSettings settings, TaskIdentity task, ProcessStatus own, OutputStream out, Clock clock) {
        this.clock = clock;
        mayTrace = own.may(Capability.CAP_SYS_PTRACE);
        delivery = LineDelivery.start(out, MOST_WAITING_BYTES);
        events = new EventStream(new EventEncoder(new SecureRandom()::nextLong), delivery::offer, clock, task);
        coverages = new Coverages(events, clock);
        watch = watch(settings);
    }

    /** Watches until it is stopped, or there is nothing to watch; what was seen is written then, if anybody reads it. */
    public WatchEnd run() throws InterruptedException {
        WatchEnd end;
        if (mayTrace) {
            end = watch.run();
        } else {
            coverages.unavailable(NO_CAPABILITY);
            end = WatchEnd.NOTHING_TO_OBSERVE;
        }
        if (end == WatchEnd.STUCK) {
            // Somebody should read why; but an application stands still.
            delivery.finish(LAST_WORD);
            return end;
        }
        return delivery.finish(LAST_LINES) ? end : WatchEnd.OUTPUT_CLOSED;
    }

    /** Makes it end soon; may be called from any thread. */
    public void stop() {
        stopping = true;
    }

    private Watch watch(WatchSettings settings) {
        ObservationQueue observations = new ObservationQueue(clock);
        FindApplication find =
                new FindApplication(settings.rule(), new ProcProcesses(PROC), new PortOwners(PROC)::of, LibC.getpid());
        FileBytes files = new FileBytes(MOST_CONTROL_GROUPS);
        Following following = new Following(
                () -> new TracerTracing(() -> new ProcProcesses(PROC), observations),
                events,
                coverages,
                pid -> {
                    byte[] text = files.read(PROC + "/" + pid + "/cgroup");
                    return text == null ? "" : new String(text, StandardCharsets.ISO_8859_1);
                },
                System::nanoTime);
        return new Watch(
                new Watch.Parts(find, following, observations, events, coverages),
                settings.patience(),
                Watch.PULSE,
                System::nanoTime,
                this::asked);
    }

    private Optional<WatchEnd> asked() {
        if (delivery.failure() != null) {
            return Optional.of(WatchEnd.OUTPUT_CLOSED);
        }
        return stopping ? Optional.of(WatchEnd.STOPPED) : Optional.empty();
    }
}
