package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One start of the scanner in directories of its own, and what its end means. */
final class ScanAttempt {
    private final VerifiedScanner scanner;
    private final String version;
    private final ScannerSettings settings;
    private final Clock clock;

    ScanAttempt(VerifiedScanner scanner, String version, ScannerSettings settings, Clock clock) {
        this.scanner = scanner;
        this.version = version;
        this.settings = settings;
        this.clock = clock;
    }

    Retries.Attempt run(ScanRequest request, Map<String, String> inherited, ScanLog log, Cancellation cancellation)
            throws IOException, InterruptedException {
        Credential token = request.connection().tokens().token();
        ScanWorkspace workspace = ScanWorkspace.create(settings.workDirectory());
        boolean handedOver = false;
        try {
            ScannerEnvironment environment = ScannerEnvironment.of(request, token, inherited, workspace);
            List<String> command = CommandLine.of(request, scanner.binary(), workspace.output(), workspace.cache());
            log.line("Scanning with " + String.join(" ", command));
            LogLines lines = new LogLines(log, new SecretMask(environment.secrets()), settings.maxLogBytes());
            Instant startedAt = clock.instant();
            ChildProcess.Outcome outcome = new ChildProcess(command, environment.variables(), workspace.temporary())
                    .run(lines, new ChildProcess.Limits(outerTimeout(request), settings.killGrace()), cancellation);
            Retries.Attempt attempt = judge(request, outcome, workspace, startedAt);
            handedOver = attempt.run().fold(finished -> true, failed -> false);
            return attempt;
        } finally {
            if (!handedOver) {
                workspace.close();
            }
        }
    }

    private Retries.Attempt judge(
            ScanRequest request, ChildProcess.Outcome outcome, ScanWorkspace workspace, Instant startedAt) {
        return switch (outcome.end()) {
            case CANCELLED -> new Retries.Attempt(cancelled(request), null);
            case TIMED_OUT -> new Retries.Attempt(timedOut(request), null);
            case EXITED -> {
                ExitCode exit = ExitCode.of(outcome.exitCode());
                PolicyDecision decision = decision(request, exit);
                if (!exit.completed() || refusesAudit(request, exit)) {
                    yield new Retries.Attempt(exited(request, exit), exit);
                }
                if (!outcome.clean()) {
                    yield new Retries.Attempt(leftBehind(request), null);
                }
                yield new Retries.Attempt(
                        new ScannerRun.Finished(exit.code(), decision, workspace, startedAt, clock.instant(), version),
                        exit);
            }
        };
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

    private static ScannerRun exited(ScanRequest request, ExitCode exit) {
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
