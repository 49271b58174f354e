package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scans with a verified QScanner executable: fresh directories, own timeout and bounded retries for every scan. */
public final class QScanner implements Scanner {
    private final ScannerHost host;
    private final ScannerSettings settings;
    private final Clock clock;
    private volatile @Nullable String version;

    /**
     * On this machine.
     *
     * @param inherited the environment of this process; the scanner gets an allow-listed part of it
     * @param clock must be the clock that the scanner goes by, so the system's
     */
    public QScanner(VerifiedScanner scanner, ScannerSettings settings, Map<String, String> inherited, Clock clock) {
        this(new LocalHost(scanner, settings.workDirectory(), inherited, clock), settings, clock);
    }

    /** On any machine. */
    public QScanner(ScannerHost host, ScannerSettings settings, Clock clock) {
        this.host = host;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public ScannerRun run(ScanRequest request, ScanLog log, Cancellation cancellation) {
        host.remarks().forEach(log::line);
        Retries retries = new Retries(settings, log, cancellation);
        return retries.run(() -> attempt(request, log, cancellation), () -> ScanAttempt.cancelled(request));
    }

    @Override
    public String version() {
        try {
            return version(Cancellation.NEVER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    private Retries.Attempt attempt(ScanRequest request, ScanLog log, Cancellation cancellation) {
        try {
            return new ScanAttempt(host, version(cancellation), settings, clock).run(request, log, cancellation);
        } catch (ScannerRefusedException e) {
            return new Retries.Attempt(new ScannerRun.Failed(e.verdict()), null);
        } catch (HostLostException e) {
            return new Retries.Attempt(new ScannerRun.Failed(e.verdict()), null);
        } catch (TokenUnavailableException e) {
            return new Retries.Attempt(new ScannerRun.Failed(e.verdict()), null);
        } catch (IOException e) {
            return new Retries.Attempt(
                    ScannerRun.failed(
                            IndeterminateCause.SCANNER_UNAVAILABLE,
                            "QScanner could not be run on " + request.image() + ": " + e,
                            "Check the path of the scanner, the source of the token, and that the scanner's directory "
                                    + "can be written; then scan again."),
                    null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Retries.Attempt(ScanAttempt.cancelled(request), null);
        }
    }

    private String version(Cancellation cancellation) throws IOException, InterruptedException {
        String known = version;
        if (known == null) {
            known = new VersionProbe(host, settings.killGrace()).ask(cancellation);
            // No answer may have been a cancellation; it is asked again then.
            version = known.isEmpty() ? null : known;
        }
        return known;
    }
}
