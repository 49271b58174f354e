package io.jenkins.plugins.qualysfargate.engine.ledger;

import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.database.H2Database;
import io.jenkins.plugins.qualysfargate.engine.database.Migration;
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

class LedgerSchemaTest {
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    @TempDir
    Path directory;

    private void run(List<String> statements) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection("jdbc:h2:file:" + directory.resolve("compliance"), "sa", "");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> fixture() throws IOException {
        try (InputStream script =
                LedgerSchemaTest.class.getResourceAsStream("LedgerSchemaTest/saved-by-schema-2.sql")) {
            return Migration.ofScript(
                            1, new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8))
                    .statements();
        }
    }

    private H2Ledger ledger(List<Migration> migrations) {
        return new H2Ledger(
                new H2Database(
                        directory.resolve("compliance"), LedgerFile.schema(migrations, CLOCK), Duration.ofSeconds(10)),
                CLOCK);
    }

    @Test
    void readsLedgerSavedBySchema2() throws Exception {
        run(fixture());

        try (H2Ledger ledger = ledger(LedgerFile.migrations())) {
            assertThat(ledger.find(Documents.key("one")))
                    .contains(Documents.entry(Documents.key("one")).saved());
            assertThat(ledger.ofId(EntryKind.OCCURRENCE, "monitor", "", 9)).hasSize(1);
            assertThat(ledger.outbox().waiting(9)).containsExactly(Documents.message("m1"));
            ledger.commit(Commit.of(List.of(), List.of(Documents.note("third"))));
            assertThat(ledger.journal(2, 1).get(0).note().about()).isEqualTo("zweite ü");
            assertThat(ChainCheck.all(ledger, List.of())).isEqualTo(new ChainVerdict.Whole(3, ledger.head()));
        }
    }

    @Test
    void shouldRefuseALedgerThatANewerVersionWrote() throws Exception {
        List<Migration> newer = new ArrayList<>(LedgerFile.migrations());
        newer.add(
                Migration.ofScript(newer.size() + 1, "ALTER TABLE journal ADD COLUMN IF NOT EXISTS more VARCHAR(9);"));
        ledger(newer).commit(Documents.commit(Documents.entry(Documents.key("one"))));

        assertThatThrownBy(() -> ledger(LedgerFile.migrations()).head())
                .isInstanceOf(LedgerUnavailableException.class)
                .hasMessageContaining("compliance.mv.db")
                .hasMessageContaining("its schema is " + newer.size());
    }

    @Test
    void shouldFinishAMigrationThatACrashCutShort() throws Exception {
        List<String> statements = LedgerFile.migrations().get(0).statements();
        for (int done = 0; done <= statements.size(); done++) {
            run(List.of("DROP ALL OBJECTS"));
            run(statements.subList(0, done));

            try (H2Ledger ledger = ledger(LedgerFile.migrations())) {
                ledger.commit(Commit.of(List.of(), List.of(Documents.note("first"))));
                assertThat(ledger.head().sequence())
                        .as("after %d statements", done)
                        .isEqualTo(1);
            }
        }
    }
}
