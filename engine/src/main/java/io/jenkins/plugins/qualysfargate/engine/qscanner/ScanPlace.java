package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;

/** Room for one attempt to scan on a {@link ScannerHost}; deleted when it is closed. */
public interface ScanPlace extends AutoCloseable {

    /** Absolute path of the verified executable there. */
    String scanner();

    ScanDirectories directories();

    /** What must be hidden in its console besides the secrets of the command: those that a running attempt was given. */
    default List<String> secrets() {
        return List.of();
    }

    /**
     * Runs the command to its end, or waits for the one that runs here already. An interrupt counts as cancellation and
     * is set again before this returns.
     *
     * @param console gets the output while it is written; closed by the caller
     * @throws IOException if it could not be started or its output not be read
     * @throws HostLostException if the machine does not answer any more
     */
    ProcessEnd run(ScannerCommand command, OutputStream console, ProcessLimits limits, Cancellation cancellation)
            throws IOException, InterruptedException;

    /** When it was started, by the clock that the scanner goes by; asked after it ran. */
    Instant startedAt();

    /**
     * What it wrote. From then on the output owns the place.
     *
     * @throws IOException if it could not be brought to this machine as a whole
     */
    ScanOutput output() throws IOException, InterruptedException;

    @Override
    void close();
}
