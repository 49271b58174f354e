package io.jenkins.plugins.qualysfargate.engine.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A prepared query under construction: text is always ours, values always are parameters. */
public final class SqlQuery {
    private final StringBuilder text = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    public SqlQuery(String start) {
        text.append(start);
    }

    /** Adds a condition, which ends with all others that were added. */
    public SqlQuery and(String condition, Object... parameters) {
        text.append(values.isEmpty() && text.indexOf(" WHERE ") < 0 ? " WHERE " : " AND ")
                .append(condition);
        values.addAll(List.of(parameters));
        return this;
    }

    /** Adds the condition if there is something to hold it against. */
    public SqlQuery andIf(@Nullable Object parameter, String condition) {
        return parameter == null ? this : and(condition, parameter);
    }

    /** Adds what follows the conditions. */
    public SqlQuery then(String end, Object... parameters) {
        text.append(' ').append(end);
        values.addAll(List.of(parameters));
        return this;
    }

    /** The same query, asking for how it would be run. */
    public SqlQuery explained() {
        SqlQuery explained = new SqlQuery("EXPLAIN ANALYZE " + text);
        explained.values.addAll(values);
        return explained;
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    public <T> List<T> list(Connection connection, Row<T> row) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            try (ResultSet rows = select.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(row.read(rows));
                }
                return all;
            }
        }
    }

    public <T> Optional<T> first(Connection connection, Row<T> row) throws SQLException {
        return list(connection, row).stream().findFirst();
    }
}
