package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a scanner for its version, without handing it any secret. */
final class VersionProbe {
    private static final Pattern VERSION =
            Pattern.compile("(?<![0-9.])[0-9]{1,4}\\.[0-9]{1,4}(?:\\.[0-9]{1,4})?(?:-[0-9A-Za-z.]{1,20})?");
    private static final int LONGEST_ANSWER = 4096;

    private final ScannerSettings settings;
    private final Map<String, String> inherited;

    VersionProbe(ScannerSettings settings, Map<String, String> inherited) {
        this.settings = settings;
        this.inherited = inherited;
    }

    /** Empty if it does not answer within 30 seconds, or with something that holds no version. */
    String ask(VerifiedScanner scanner, Cancellation cancellation) throws IOException {
        try (ScanWorkspace workspace = ScanWorkspace.create(settings.workDirectory())) {
            ScannerEnvironment environment = ScannerEnvironment.bare(inherited, workspace);
            StringBuilder answer = new StringBuilder();
            LogLines lines = new LogLines(
                    line -> answer.append(line).append('\n'), new SecretMask(environment.secrets()), LONGEST_ANSWER);
            ChildProcess process = new ChildProcess(
                    List.of(scanner.binary().toString(), "version"), environment.variables(), workspace.temporary());
            ChildProcess.Outcome outcome = process.run(
                    lines, new ChildProcess.Limits(Duration.ofSeconds(30), settings.killGrace()), cancellation);
            boolean answered = outcome.end() == ChildProcess.End.EXITED && outcome.exitCode() == 0;
            return answered ? first(answer.toString()) : "";
        }
    }

    private static String first(String answer) {
        Matcher version = VERSION.matcher(answer);
        return version.find() ? version.group() : "";
    }
}
