package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scans with a verified QScanner executable: fresh directories, own timeout and bounded retries for every scan. */
public final class QScanner implements Scanner {
    private final VerifiedScanner scanner;
    private final ScannerSettings settings;
    private final Map<String, String> inherited;
    private final Clock clock;
    private volatile @Nullable String version;

    /**
     * @param inherited the environment of this process; the scanner gets an allow-listed part of it
     * @param clock must be the clock that the scanner goes by, so the system's
     */
    public QScanner(VerifiedScanner scanner, ScannerSettings settings, Map<String, String> inherited, Clock clock) {
        this.scanner = scanner;
        this.settings = settings;
        this.inherited = Map.copyOf(inherited);
        this.clock = clock;
    }

    @Override
    public ScannerRun run(ScanRequest request, ScanLog log, Cancellation cancellation) {
        scanner.remarks().forEach(log::line);
        Retries retries = new Retries(settings, log, cancellation);
        return retries.run(() -> attempt(request, log, cancellation), () -> ScanAttempt.cancelled(request));
    }

    @Override
    public String version() {
        try {
            requireUnchanged();
            return version(Cancellation.NEVER);
        } catch (IOException e) {
            return "";
        }
    }

    private Retries.Attempt attempt(ScanRequest request, ScanLog log, Cancellation cancellation) {
        try {
            requireUnchanged();
            return new ScanAttempt(scanner, version(cancellation), settings, clock)
                    .run(request, inherited, log, cancellation);
        } catch (ScannerRefusedException e) {
            return new Retries.Attempt(new ScannerRun.Failed(e.verdict()), null);
        } catch (IOException e) {
            return new Retries.Attempt(
                    ScannerRun.failed(
                            IndeterminateCause.SCANNER_UNAVAILABLE,
                            "QScanner could not be run on " + request.image() + ": " + e,
                            "Check the path of the scanner, the source of the token, and that "
                                    + settings.workDirectory() + " can be written; then scan again."),
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Retries.Attempt(ScanAttempt.cancelled(request), null);
        }
    }

    /** The file may have been exchanged since it was verified, so it is looked at before every start. */
    private void requireUnchanged() throws IOException {
        Digest now = Checksum.of(scanner.binary());
        if (!now.equals(scanner.sha256())) {
            throw new ScannerRefusedException(
                    "The scanner " + scanner.binary()
                            + " was not started, because it has changed since it was verified: " + scanner.sha256()
                            + " is expected, but it is " + now,
                    "Find out who changed it. Then delete it, so that it is installed again.",
                    null);
        }
    }

    private String version(Cancellation cancellation) throws IOException {
        String known = version;
        if (known == null) {
            known = new VersionProbe(settings, inherited).ask(scanner, cancellation);
            // No answer may have been a cancellation; it is asked again then.
            version = known.isEmpty() ? null : known;
        }
        return known;
    }
}
