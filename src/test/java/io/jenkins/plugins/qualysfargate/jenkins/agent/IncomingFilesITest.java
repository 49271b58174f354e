package io.jenkins.plugins.qualysfargate.jenkins.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import hudson.EnvVars;
import hudson.model.TaskListener;
import hudson.slaves.DumbSlave;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/**
 * What comes over from an agent. Agent to controller: SECURITY-2627, 2429, 2376 code-coverage-api; links and names that
 * lead elsewhere: 1668 cobertura, 3672, 3790 credentials-binding; reports that fill the controller: 3327 analysis-model.
 */
@WithJenkins
class IncomingFilesITest {
    private static final String SECRET = "secret-of-the-controller";

    @TempDir
    private Path directory;

    private Path output;
    private Path incoming;
    private AgentContact contact;

    @BeforeEach
    void start(JenkinsRule jenkins) throws Exception {
        output = Files.createDirectory(directory.resolve("output"));
        incoming = directory.resolve("incoming");
        DumbSlave agent = jenkins.createOnlineSlave();
        contact = new AgentContact(
                new FixedLink("agent", agent.getRootPath(), agent.createLauncher(TaskListener.NULL), new EnvVars()),
                TaskListener.NULL,
                Duration.ofSeconds(1),
                Clock.systemUTC(),
                () -> false);
    }

    @Test
    void shouldBringTheBytesOfRegularFilesAndNothingElse() throws Exception {
        Path secret = Files.writeString(directory.resolve("secret"), SECRET);
        Files.writeString(output.resolve("a-Report.sarif.json"), "a report");
        Files.writeString(output.resolve("a b"), "one");
        Files.writeString(output.resolve("a\nb"), "two");
        Files.writeString(output.resolve("..."), "three");
        Files.createSymbolicLink(output.resolve("link-Report.sarif.json"), secret);
        Files.createSymbolicLink(output.resolve("link"), directory);
        Files.createSymbolicLink(output.resolve("dangling"), directory.resolve("none"));
        Files.writeString(
                Files.createDirectory(output.resolve("ScanResult.json")).resolve("inside"), SECRET);
        assertThat(new ProcessBuilder("mkfifo", output.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();

        try (ScanOutput fetched = new IncomingFiles(incoming, 1_000).fetch(contact, output.toString())) {
            try (Stream<Path> files = Files.walk(fetched.directory())) {
                assertThat(files.filter(Files::isRegularFile).map(IncomingFilesITest::text))
                        .containsExactlyInAnyOrder("a report", "one", "two", "three");
            }
            assertThat(fetched.directory().resolve("a-Report.sarif.json")).hasContent("a report");
            assertThat(fetched.directory().resolve("link-Report.sarif.json")).isEmptyDirectory();
            assertThat(fetched.directory().resolve("ScanResult.json")).isEmptyDirectory();
            try (Stream<Path> files = Files.walk(incoming)) {
                assertThat(files).noneMatch(Files::isSymbolicLink);
            }
        }
        assertThat(incoming).isEmptyDirectory();
    }

    @Test
    void shouldTakeNoMoreThanAScanWritesAndLeaveNothingOfIt() throws Exception {
        IncomingFiles files = new IncomingFiles(incoming, 1_000);
        Files.write(output.resolve("long"), new byte[5_000]);
        try (ScanOutput fetched = files.fetch(contact, output.toString())) {
            // One more than is read, so that the reader sees that there was too much.
            assertThat(fetched.directory().resolve("long")).hasSize(1_001);
        }

        Files.write(output.resolve("longer"), new byte[1_001]);
        Files.write(output.resolve("last"), new byte[1]);
        assertThatIOException()
                .isThrownBy(() -> files.fetch(contact, output.toString()))
                .withMessageContaining("more than 2000 bytes");
        assertThat(incoming).isEmptyDirectory();

        for (int i = 0; i < 100; i++) {
            Files.createFile(output.resolve("file" + i));
        }
        assertThatIOException()
                .isThrownBy(() -> files.fetch(contact, output.toString()))
                .withMessageContaining("103 files");
        assertThat(incoming).isEmptyDirectory();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }
}
