package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One start of the scanner in directories of its own, and what its end means. */
final class ScanAttempt {
    private final ScannerHost host;
    private final String version;
    private final ScannerSettings settings;
    private final Clock clock;

    ScanAttempt(ScannerHost host, String version, ScannerSettings settings, Clock clock) {
        this.host = host;
        this.version = version;
        this.settings = settings;
        this.clock = clock;
    }

    Retries.Attempt run(ScanRequest request, ScanLog log, Cancellation cancellation)
            throws IOException, InterruptedException {
        Credential token = request.connection().tokens().token();
        ScanPlace place = host.open(request);
        boolean handedOver = false;
        try {
            ScannerEnvironment environment =
                    ScannerEnvironment.of(request, token, host.environment(), place.directories());
            ScannerCommand command =
                    new ScannerCommand(CommandLine.of(request, place.scanner(), place.directories()), environment);
            log.line("Scanning with " + command);
            List<String> secrets = new ArrayList<>(command.secrets());
            secrets.addAll(place.secrets());
            ProcessEnd end;
            try (LogLines lines = new LogLines(log, new SecretMask(secrets), settings.maxLogBytes())) {
                end = place.run(
                        command, lines, new ProcessLimits(outerTimeout(request), settings.killGrace()), cancellation);
            }
            Retries.Attempt attempt = judge(request, end, place);
            handedOver = attempt.run().fold(finished -> true, failed -> false);
            return attempt;
        } finally {
            if (!handedOver) {
                place.close();
            }
        }
    }

    private Retries.Attempt judge(ScanRequest request, ProcessEnd end, ScanPlace place)
            throws IOException, InterruptedException {
        return switch (end.how()) {
            case CANCELLED -> new Retries.Attempt(cancelled(request), null);
            case TIMED_OUT -> new Retries.Attempt(timedOut(request), null);
            case EXITED -> exited(request, end, place);
        };
    }

    private Retries.Attempt exited(ScanRequest request, ProcessEnd end, ScanPlace place)
            throws IOException, InterruptedException {
        ExitCode exit = ExitCode.of(end.exitCode());
        if (exit.kind() == ExitClass.BACKEND_UPLOAD) {
            request.connection().tokens().discard();
        }
        if (!exit.completed() || refusesAudit(request, exit)) {
            return new Retries.Attempt(failed(request, exit), exit);
        }
        if (!end.clean()) {
            return new Retries.Attempt(leftBehind(request), null);
        }
        ScannerRun finished = new ScannerRun.Finished(
                exit.code(), decision(request, exit), place.output(), place.startedAt(), clock.instant(), version);
        return new Retries.Attempt(finished, exit);
    }

    private static boolean refusesAudit(ScanRequest request, ExitCode exit) {
        CentralPolicy policy = request.options().centralPolicy();
        return exit.kind() == ExitClass.UNDETERMINED && (policy == null || !policy.allowAudit());
    }

    /** A denial is one even if nobody asked for the policy. */
    private static PolicyDecision decision(ScanRequest request, ExitCode exit) {
        return switch (exit.kind()) {
            case DENIED -> PolicyDecision.DENY;
            case UNDETERMINED -> PolicyDecision.AUDIT;
            default -> request.options().centralPolicy() == null ? PolicyDecision.NONE : PolicyDecision.ALLOW;
        };
    }

    private Duration outerTimeout(ScanRequest request) {
        return request.timeout().plus(settings.reportWait());
    }

    private static ScannerRun failed(ScanRequest request, ExitCode exit) {
        return ScannerRun.failed(
                exit.kind().cause(),
                "QScanner ended with " + exit.code() + " on " + request.image() + ": " + exit.meaning() + ".",
                exit.whatToDo());
    }

    private ScannerRun timedOut(ScanRequest request) {
        return ScannerRun.failed(
                IndeterminateCause.TIMED_OUT,
                "QScanner on " + request.image() + " was stopped after "
                        + outerTimeout(request).toSeconds()
                        + " s: " + request.timeout().toSeconds() + " s for the scan and "
                        + settings.reportWait().toSeconds() + " s to wait for the report from Qualys.",
                "Read the scanner's log above for what it was waiting for; a large image needs a longer timeout.");
    }

    private static ScannerRun leftBehind(ScanRequest request) {
        return ScannerRun.failed(
                IndeterminateCause.SCANNER_FAILED,
                "QScanner on " + request.image() + " ended, but a process of it could not be stopped and may still "
                        + "write into the output.",
                "Look for a hanging process or file system on this machine, then scan again.");
    }

    static ScannerRun cancelled(ScanRequest request) {
        return ScannerRun.failed(
                IndeterminateCause.CANCELLED,
                "The scan of " + request.image() + " was cancelled before it was done.",
                "Scan again.");
    }
}
