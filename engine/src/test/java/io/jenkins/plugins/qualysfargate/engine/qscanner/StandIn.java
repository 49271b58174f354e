package io.jenkins.plugins.qualysfargate.engine.qscanner;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A scanner for tests that behaves as it is told; below {@code root} it keeps its scenario and its work directory. */
public final class StandIn {
    /** The script; relative to the engine module, where Surefire runs. */
    public static final Path SCRIPT =
            Path.of("src/test/scripts/qscanner-stand-in").toAbsolutePath();

    static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.c3RhbmQtaW4.not-a-real+token/at=all";
    private static final Path SAMPLES =
            Path.of("../contracts/samples").toAbsolutePath().normalize();

    private final Path root;
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private ScannerSettings settings;

    public StandIn(Path root) throws IOException {
        this.root = root;
        Files.createDirectories(scenario());
        environment.put("QSCANNER_STAND_IN_SCENARIO", root.resolve("scenario").toString());
        environment.put("QSCANNER_STAND_IN_SAMPLES", SAMPLES.toString());
        settings = new ScannerSettings(
                root.resolve("work"), Duration.ofMinutes(1), Duration.ZERO, 3, Duration.ofMillis(300), 1 << 20);
    }

    /** Does these actions before it ends; see the script. */
    public StandIn does(String... actions) throws IOException {
        return writes("do", String.join("\n", actions) + "\n");
    }

    /** Ends with these codes, one per call; the last one stays. */
    public StandIn exits(Integer... codes) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int code : codes) {
            lines.append(code).append('\n');
        }
        return writes("exit", lines.toString());
    }

    /** Writes this recorded sample. */
    public StandIn reports(String sample) throws IOException {
        return writes("sample", sample);
    }

    StandIn with(ScannerSettings changed) {
        settings = changed;
        return this;
    }

    StandIn inherits(String name, String value) {
        environment.put(name, value);
        return this;
    }

    ScannerSettings settings() {
        return settings;
    }

    /** The arguments of every call so far. */
    public List<String> calls() throws IOException {
        Path calls = scenario().resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    /** A scanner that starts it. */
    public QScanner scanner() throws IOException {
        return new QScanner(
                new VerifiedScanner(SCRIPT, Checksum.of(SCRIPT), List.of()), settings, environment, Clock.systemUTC());
    }

    boolean leftNoDirectory() throws IOException {
        try (var left = Files.list(settings.workDirectory())) {
            return left.findAny().isEmpty();
        }
    }

    /** A request for some image. */
    public static ScanRequest request() {
        return request(Duration.ofSeconds(60), ScanOptions.defaults());
    }

    static ScanRequest request(Duration timeout, ScanOptions options) {
        ImageReference image =
                ImageReference.parse("registry.example:5000/team/payments").at(new Digest("sha256:" + "0a".repeat(32)));
        QualysConnection connection = new QualysConnection(
                new QualysPlatform.Pod(PodName.EU1), TokenSource.fixed(Credential.of("token", TOKEN)), null);
        return new ScanRequest(
                image,
                Platform.LINUX_AMD64,
                Set.of(ScanType.PKG, ScanType.SECRET),
                timeout,
                connection,
                new RegistryAccess.Ambient(),
                options);
    }

    private StandIn writes(String name, String text) throws IOException {
        Files.writeString(scenario().resolve(name), text);
        return this;
    }

    private Path scenario() {
        return root.resolve("scenario/default");
    }
}
