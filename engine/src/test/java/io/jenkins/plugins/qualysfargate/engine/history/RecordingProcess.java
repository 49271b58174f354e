package io.jenkins.plugins.qualysfargate.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A process of its own that records scans and says the id of each as soon as it is recorded. */
final class RecordingProcess {
    private RecordingProcess() {}

    /** @param arguments directory, prefix of the ids, how many */
    public static void main(String[] arguments) {
        Clock clock = Clock.systemUTC();
        H2History history = H2History.open(Path.of(arguments[0]), clock, Duration.ofSeconds(60));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            ScanId id = history.record(Scans.failing(arguments[1] + "-" + i)
                    .findings(Scans.findings(200))
                    .at(clock.instant())
                    .make());
            System.out.println(id);
        }
    }

    static Process start(Path directory, String prefix, int count) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingProcess.class.getName(),
                        directory.toString(),
                        prefix,
                        Integer.toString(count)))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
