package io.jenkins.plugins.qualysfargate.engine.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens when files of the embedded history are damaged, missing, or left behind. */
class H2DamageTest {
    private static final ScanId ONE = new ScanId("one");

    @TempDir
    Path directory;

    private H2History history;

    @BeforeEach
    void openHistory() {
        history = at(NOON);
    }

    private H2History at(Instant now) {
        return H2History.open(directory, Clock.fixed(now, ZoneOffset.UTC), Duration.ofMillis(200));
    }

    private List<Path> reports() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("reports"))) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void shouldNotHandOutAReportThatWasChanged() throws IOException {
        history.record(Scans.failing("one").make());
        history.record(Scans.passing("clean").make());
        Path changed = reports().get(0);
        Files.copy(reports().get(1), changed, StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> {
                    history.find(ONE);
                    history.find(new ScanId("clean"));
                })
                .isInstanceOf(CorruptHistoryException.class)
                .hasMessageContaining(changed.toString())
                .hasMessageContaining("SHA-256");
    }

    @Test
    void shouldNotHandOutAScanWhoseReportIsMissing() throws IOException {
        history.record(Scans.failing("one").make());
        Files.delete(reports().get(0));

        assertThatThrownBy(() -> history.latestComplete(Scans.digest('a'), Platform.LINUX_AMD64))
                .isInstanceOf(CorruptHistoryException.class)
                .hasMessageContaining("missing");
        assertThat(history.list(HistoryQuery.newest(1))).hasSize(1);
        assertThat(history.series(new SeriesQuery("registry.example/payments-api", null, null, 1))
                        .scans())
                .hasSize(1);
    }

    @Test
    void shouldHealADamagedReportWhenTheSameOneIsRecordedAgain() throws IOException {
        history.record(Scans.failing("one").make());
        Files.write(reports().get(0), new byte[10]);

        history.record(Scans.failing("again").judgedAgain(NOON.plusSeconds(1)).make());

        assertThat(history.find(ONE)).isPresent();
        assertThat(reports()).as("equal reports are one file").hasSize(1);
    }

    @Test
    void shouldSayThatTheDatabaseIsDamaged() throws IOException {
        Files.write(
                directory.resolve("history.mv.db"),
                "this is no database".repeat(1000).getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> history.find(ONE))
                .isInstanceOf(CorruptHistoryException.class)
                .hasMessageContaining("history.mv.db");
    }

    @Test
    void shouldSayThatTheDatabaseCannotBeWritten() throws IOException {
        Files.createDirectories(directory.resolve("history.mv.db"));

        assertThatThrownBy(() -> history.record(Scans.broken("one").make()))
                .isInstanceOf(HistoryUnavailableException.class)
                .hasMessageContaining("history.mv.db")
                .hasMessageContaining("Check that");
    }

    @Test
    void shouldSayThatTheDirectoryCannotBeMade() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> H2History.open(file.resolve("history"), Clock.systemUTC()))
                .isInstanceOf(HistoryUnavailableException.class)
                .hasMessageContaining("make the directory");
        assertThatThrownBy(() -> H2History.open(directory.resolve("a;INIT=x"), Clock.systemUTC()))
                .hasMessageContaining("semicolon");
    }

    @Test
    void shouldSweepWhatACrashLeftBehindButNothingThatASaveMayBeWorkingOn() throws IOException {
        history.record(Scans.failing("one").make());
        ReportFiles files = new ReportFiles(directory.resolve("reports"), Clock.fixed(NOON, ZoneOffset.UTC));
        files.keep(files.write(
                Scans.failing("lost").findings(Scans.finding("9", "lost")).report()));
        Path draft = files.write(Scans.passing("draft").report()).file();
        Files.setLastModifiedTime(draft, FileTime.from(NOON));

        at(NOON.plus(Duration.ofMinutes(59))).purge(NOON);
        assertThat(reports()).hasSize(3);

        at(NOON.plus(Duration.ofMinutes(61))).purge(NOON);
        assertThat(reports()).hasSize(1);
        assertThat(history.find(ONE)).isPresent();
    }

    @Test
    void shouldDeleteReportsThatNoScanNeedsAnyMore() throws IOException {
        history.record(Scans.failing("one").make());
        history.record(
                Scans.failing("two").judgedAgain(NOON.plus(Duration.ofDays(9))).make());
        H2History later = at(NOON.plus(Duration.ofDays(20)));

        later.purge(NOON.plus(Duration.ofDays(5)));
        assertThat(reports()).as("the second scan still needs it").hasSize(1);

        later.purge(NOON.plus(Duration.ofDays(15)));
        assertThat(reports()).isEmpty();
    }

    @Test
    void shouldKeepTheDirectoryToItsOwner() throws IOException {
        Path home = directory.resolve("new/history");
        H2History.open(home, Clock.systemUTC());

        if (home.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(Files.getPosixFilePermissions(home)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }
}
