package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file that is handed out needs nothing but a Java runtime: no class path, no environment, no directory of ours. */
class CommandLineJarIT {
    private static final Path JAR = Path.of("target/qualys-fargate.jar").toAbsolutePath();
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    Path outputs;

    @TempDir
    Path empty;

    @Test
    void shouldSayItsVersion() throws IOException, InterruptedException {
        Run run = run("--version");

        assertThat(run.exitCode()).as(run.error()).isZero();
        assertThat(run.output()).startsWith("qualys-fargate ").containsPattern("[0-9]+\\.[0-9]+");
        assertThat(run.error()).isEmpty();
    }

    @Test
    void shouldExplainItself() throws IOException, InterruptedException {
        Run run = run("--help");

        assertThat(run.exitCode()).as(run.error()).isZero();
        assertThat(run.output()).contains("Usage: qualys-fargate", "scan", "gate", "policy", "history", "demo");
        assertThat(run.error()).isEmpty();
    }

    @Test
    void shouldCallAnUnknownCommandWrongUsage() throws IOException, InterruptedException {
        Run run = run("no-such-command");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(2);
        assertThat(run.error()).contains("no-such-command");
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        assertThat(JAR).as("made by ./mvnw package").isRegularFile();
        List<String> command = new ArrayList<>(List.of(JAVA.toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(empty.toFile())
                .redirectOutput(outputs.resolve("out").toFile())
                .redirectError(outputs.resolve("err").toFile());
        builder.environment().clear();
        Process process = builder.start();
        process.getOutputStream().close();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as("%s ends", command)
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(empty).as("leaves nothing behind").isEmptyDirectory();
        return new Run(process.exitValue(), text("out"), text("err"));
    }

    private String text(String name) throws IOException {
        return Files.readString(outputs.resolve(name), StandardCharsets.UTF_8);
    }

    private record Run(int exitCode, String output, String error) {}
}
