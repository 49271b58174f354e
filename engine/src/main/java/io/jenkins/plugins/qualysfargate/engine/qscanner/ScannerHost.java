package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The machine that a scanner runs on: this one, or one that a front end reaches. */
public interface ScannerHost {

    /**
     * Verifies the scanner once more and gives it directories of its own.
     *
     * <p>A host that outlives this process may give the place of an attempt that it began for an equal request; running
     * there then means to wait for that attempt.
     *
     * @param request what is to be scanned; null if the scanner is only asked for its version
     * @return to be closed by the caller, unless its output was taken
     * @throws ScannerRefusedException if the scanner is not what it must be
     * @throws HostLostException if the machine does not answer
     */
    ScanPlace open(@Nullable ScanRequest request) throws IOException, InterruptedException;

    /** The variables there; the scanner gets an allow-listed part of them. */
    Map<String, String> environment() throws IOException, InterruptedException;

    /** Sentences that a person should see, for example that nothing vouches for the scanner. */
    List<String> remarks();
}
