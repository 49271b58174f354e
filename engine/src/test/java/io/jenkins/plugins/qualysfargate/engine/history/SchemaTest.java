package io.jenkins.plugins.qualysfargate.engine.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.database.H2Database;
import io.jenkins.plugins.qualysfargate.engine.database.Migration;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    Path directory;

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("history"), "sa", "");
    }

    private void run(List<String> statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> fixture(String name) throws IOException {
        try (InputStream script = SchemaTest.class.getResourceAsStream("SchemaTest/" + name)) {
            return Migration.ofScript(
                            1, new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8))
                    .statements();
        }
    }

    private H2History history(List<Migration> migrations) {
        return new H2History(
                directory,
                new H2Database(directory.resolve("history"), HistoryFile.schema(migrations, CLOCK), PATIENCE),
                new ReportFiles(directory.resolve("reports"), CLOCK));
    }

    @Test
    void readsDatabaseSavedBySchema1() throws Exception {
        run(fixture("saved-by-schema-1.sql"));

        H2History history = history(HistoryFile.migrations());

        assertThat(history.list(HistoryQuery.newest(10)))
                .containsExactly(ScanSummary.of(Scans.broken("broken-1").make()));
        assertThat(history.find(new ScanId("broken-1")))
                .hasValue(Scans.broken("broken-1").make());
        assertThat(history.firstSeen("registry.example/payments-api:2"))
                .containsOnlyKeys(new FindingIdentity("178901", "zlib1g"));
        history.record(Scans.failing("new").make());
        assertThat(history.list(HistoryQuery.newest(10))).hasSize(2);
    }

    @Test
    void shouldBringADatabaseForwardAndKeepWhatItHolds() {
        history(HistoryFile.migrations()).record(Scans.failing("one").make());

        H2History newer = history(withNext());

        assertThat(newer.find(new ScanId("one"))).isPresent();
        newer.record(Scans.failing("two").make());
        assertThat(newer.list(HistoryQuery.newest(10))).hasSize(2);
    }

    private static List<Migration> withNext() {
        List<Migration> migrations = new ArrayList<>(HistoryFile.migrations());
        migrations.add(Migration.ofScript(migrations.size() + 1, """
                ALTER TABLE scan ADD COLUMN IF NOT EXISTS build VARCHAR(100);
                UPDATE scan SET build = 'unknown' WHERE build IS NULL;
                """));
        return migrations;
    }

    @Test
    void shouldRefuseADatabaseThatANewerVersionWrote() {
        history(withNext()).record(Scans.failing("one").make());

        assertThatThrownBy(() -> history(HistoryFile.migrations()).list(HistoryQuery.newest(1)))
                .isInstanceOf(HistoryUnavailableException.class)
                .hasMessageContaining("history.mv.db")
                .hasMessageContaining(
                        "its schema is " + (HistoryFile.migrations().size() + 1))
                .hasMessageContaining("up to " + HistoryFile.migrations().size());
    }

    @Test
    void shouldFinishAMigrationThatACrashCutShort() throws SQLException {
        List<String> statements = HistoryFile.migrations().get(0).statements();
        assertThat(statements).hasSizeGreaterThan(5);
        for (int done = 0; done <= statements.size(); done++) {
            run(List.of("DROP ALL OBJECTS"));
            run(statements.subList(0, done));

            H2History history = history(withNext());

            history.record(Scans.failing("one").make());
            assertThat(history.list(HistoryQuery.newest(1)))
                    .as("after %d statements", done)
                    .hasSize(1);
        }
    }
}
