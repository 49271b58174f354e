package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a scanner for its version, without handing it any secret. */
final class VersionProbe {
    private static final Pattern VERSION =
            Pattern.compile("(?<![0-9.])[0-9]{1,4}\\.[0-9]{1,4}(?:\\.[0-9]{1,4})?(?:-[0-9A-Za-z.]{1,20})?");
    private static final int LONGEST_ANSWER = 4096;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final ScannerHost host;
    private final Duration killGrace;

    VersionProbe(ScannerHost host, Duration killGrace) {
        this.host = host;
        this.killGrace = killGrace;
    }

    /** Empty if it does not answer within 30 seconds, or with something that holds no version. */
    String ask(Cancellation cancellation) throws IOException, InterruptedException {
        try (ScanPlace place = host.open(null)) {
            ScannerEnvironment environment = ScannerEnvironment.bare(host.environment(), place.directories());
            ScannerCommand command = new ScannerCommand(List.of(place.scanner(), "version"), environment);
            StringBuilder answer = new StringBuilder();
            ProcessEnd end;
            try (LogLines lines = new LogLines(
                    line -> answer.append(line).append('\n'), new SecretMask(command.secrets()), LONGEST_ANSWER)) {
                end = place.run(command, lines, new ProcessLimits(LONGEST_WAIT, killGrace), cancellation);
            }
            boolean answered = end.how() == ProcessEnd.How.EXITED && end.exitCode() == 0;
            return answered ? first(answer.toString()) : "";
        }
    }

    private static String first(String answer) {
        Matcher version = VERSION.matcher(answer);
        return version.find() ? version.group() : "";
    }
}
