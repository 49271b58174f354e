package io.jenkins.plugins.qualysfargate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The saved queries find what their names say; H2 stands in for Athena, with the counts as columns of their own. */
class QueriesTest {
    private static final String PASS = "PASS";
    private static final String FAIL = "FAIL";
    private static final String UNKNOWN = "INDETERMINATE";

    /** Written by the original scanner. */
    private static final @Nullable String NONE = null;

    private Connection database;

    @BeforeEach
    void createTable() throws SQLException, IOException {
        database = DriverManager.getConnection("jdbc:h2:mem:");
        List<String> columns = new ArrayList<>();
        Template.read("athena.yaml")
                .resource("Results")
                .at("/Properties/TableInput/StorageDescriptor/Columns")
                .forEach(column -> columns.addAll(columns(column)));
        try (Statement statement = database.createStatement()) {
            statement.execute("CREATE TABLE results (" + String.join(", ", columns) + ", \"$path\" VARCHAR)");
        }
    }

    /** The members of the only structure become columns. */
    private static List<String> columns(JsonNode column) {
        JsonNode type = column.path("Type");
        if (type.isTextual()) {
            return List.of(column.path("Name").asText() + " VARCHAR");
        }
        StringBuilder structure = new StringBuilder();
        type.path("Fn::Join").path(1).forEach(part -> structure.append(part.asText()));
        List<String> members = new ArrayList<>();
        for (String member : structure.substring("struct<".length()).split(",")) {
            String[] parts = member.split(":", 2);
            if (parts[1].startsWith("array<")) {
                members.add(parts[0] + " VARCHAR ARRAY");
                return members;
            }
            members.add(parts[0] + " " + parts[1]);
        }
        throw new IllegalArgumentException("no list of findings in " + structure);
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void shouldFindImagesWhoseNewestScanFailed() throws SQLException, IOException {
        scan("api", "sha256:1", "2026-01-01T00:00:00Z", PASS, 0);
        scan("api", "sha256:1", "2026-01-02T00:00:00Z", FAIL, 3);
        scan("web", "sha256:2", "2026-01-01T00:00:00Z", FAIL, 3);
        scan("web", "sha256:2", "2026-01-02T00:00:00Z", PASS, 0);
        scan("old", "sha256:3", "2026-01-02T00:00:00Z", NONE, 3);
        assertThat(found("FailedImages")).containsExactly("api");
    }

    @Test
    void shouldFindImagesThatNeverPassed() throws SQLException, IOException {
        scan("api", "sha256:1", "2026-01-01T00:00:00Z", PASS, 0);
        scan("api", "sha256:1", "2026-01-02T00:00:00Z", FAIL, 3);
        scan("web", "sha256:2", "2026-01-02T00:00:00Z", UNKNOWN, null);
        scan("old", "sha256:3", "2026-01-02T00:00:00Z", NONE, 0);
        assertThat(found("NeverPassed")).containsExactly("old", "web");
    }

    @Test
    void shouldFindScansThatProveNothing() throws SQLException, IOException {
        scan("api", "sha256:1", "2026-01-01T00:00:00Z", PASS, 0);
        scan("web", "sha256:2", "2026-01-02T00:00:00Z", UNKNOWN, null);
        scan("old", "sha256:3", "2026-01-02T00:00:00Z", NONE, 0);
        scan(null, null, null, null, null);
        assertThat(found("Indeterminate")).containsExactly("damaged", "old", "web");
    }

    @Test
    void shouldPutImagesFirstThatNeverHadAnAnswerAndThenTheOldest() throws SQLException, IOException {
        scan("new", "sha256:1", "2026-01-03T00:00:00Z", PASS, 0);
        scan("aging", "sha256:2", "2026-01-01T00:00:00Z", FAIL, 1);
        scan("aging", "sha256:2", "2026-01-04T00:00:00Z", UNKNOWN, null);
        scan("never", "sha256:3", "2026-01-05T00:00:00Z", UNKNOWN, null);
        assertThat(rows("OldestScans")).containsExactly("never", "aging", "new");
    }

    @Test
    void shouldFindZerosThatNobodyShouldBelieve() throws SQLException, IOException {
        scan("dropped", "sha256:1", "2026-01-01T00:00:00Z", FAIL, 9);
        scan("dropped", "sha256:2", "2026-01-02T00:00:00Z", UNKNOWN, null);
        scan("dropped", "sha256:3", "2026-01-03T00:00:00Z", NONE, 0);
        scan("clean", "sha256:4", "2026-01-01T00:00:00Z", PASS, 0);
        scan("clean", "sha256:5", "2026-01-02T00:00:00Z", PASS, 0);
        scan("uncounted", "sha256:6", "2026-01-02T00:00:00Z", PASS, null);
        assertThat(found("SuspiciousZero")).containsExactly("dropped", "uncounted");
        try (Statement statement = database.createStatement()) {
            statement.execute("UPDATE results SET findings = ARRAY[] WHERE vulnerabilitycount = 9");
        }
        assertThat(rows("SuspiciousZero")).filteredOn("dropped"::equals).hasSize(2);
    }

    private void scan(
            @Nullable String repository,
            @Nullable String digest,
            @Nullable String at,
            @Nullable String verdict,
            @Nullable Integer vulnerabilities)
            throws SQLException {
        try (PreparedStatement insert = database.prepareStatement("INSERT INTO results (repository, imagedigest,"
                + " scannedat, verdict, vulnerabilitycount, secretcount, criticalcount, highcount, findings)"
                + " VALUES (?, ?, ?, ?, ?, 0, 0, 0, ?)")) {
            insert.setString(1, repository);
            insert.setString(2, digest);
            insert.setString(3, at);
            insert.setString(4, verdict);
            insert.setObject(5, vulnerabilities);
            insert.setArray(
                    6,
                    database.createArrayOf(
                            "VARCHAR",
                            vulnerabilities == null || vulnerabilities == 0 ? new Object[0] : new Object[] {"x"}));
            insert.executeUpdate();
        }
    }

    private Set<String> found(String query) throws SQLException, IOException {
        return new TreeSet<>(rows(query));
    }

    /** The repositories of a query's rows, in their order. */
    private List<String> rows(String query) throws SQLException, IOException {
        String text = Template.read("athena.yaml")
                .resource(query)
                .at("/Properties/QueryString")
                .asText()
                .replace("scanresults.", "");
        List<String> repositories = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            while (rows.next()) {
                String repository = rows.getString("repository");
                repositories.add(repository == null ? "damaged" : repository);
            }
        }
        return repositories;
    }
}
