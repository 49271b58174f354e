package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Function;

/**
 * How running the scanner ended: with output that may be read, or with the reason why there is none.
 *
 * <p>Closing it deletes the output, so it is closed after the reader is done.
 */
public sealed interface ScannerRun extends AutoCloseable {

    /**
     * The scanner says that it is done. That is no verdict: the output is still to be read.
     *
     * @param exitCode 0, 42 or, where the request allows it, 43
     * @param output closed with this run
     * @param startedAt start of the attempt that gave the output; anything older is not its output
     * @param scannerVersion empty if the scanner does not say
     */
    record Finished(
            int exitCode,
            PolicyDecision policyDecision,
            ScanOutput output,
            Instant startedAt,
            Instant endedAt,
            String scannerVersion)
            implements ScannerRun {

        /** Fresh for this attempt: whatever lies in it is of this scan. */
        public Path outputDirectory() {
            return output.directory();
        }

        @Override
        public void close() {
            output.close();
        }
    }

    /** No output; nothing is left on disk. */
    record Failed(Verdict.Indeterminate verdict) implements ScannerRun {
        @Override
        public void close() {
            // Nothing to delete.
        }
    }

    /** No output, said in one call. */
    static Failed failed(IndeterminateCause cause, String message, String howToFix) {
        return new Failed(new Verdict.Indeterminate(cause, message, howToFix));
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(Function<? super Finished, ? extends T> finished, Function<? super Failed, ? extends T> failed) {
        return this instanceof Finished it ? finished.apply(it) : failed.apply((Failed) this);
    }

    @Override
    void close();
}
