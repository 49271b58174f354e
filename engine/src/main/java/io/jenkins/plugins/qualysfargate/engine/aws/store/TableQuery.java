package io.jenkins.plugins.qualysfargate.engine.aws.store;

import org.jspecify.annotations.Nullable;

/**
 * Which items of one partition to read, in the order of their sort keys.
 *
 * @param index null for the table itself, which alone is read strongly consistent
 * @param filter drops items after they were read; null drops none
 * @param descending the highest sort key first
 * @param after keys of the table and the index where the page before ended; null to begin
 * @param pageSize items that one call reads, before the filter; 0 for as many as fit into an answer (1 MB)
 */
public record TableQuery(
        @Nullable String index,
        Expression key,
        @Nullable Expression filter,
        boolean descending,
        int pageSize,
        @Nullable Item after) {

    /** Items of the table itself, the lowest sort key first. */
    public static TableQuery of(Expression key) {
        return new TableQuery(null, key, null, false, 0, null);
    }

    public TableQuery in(String otherIndex) {
        return new TableQuery(otherIndex, key, filter, descending, pageSize, after);
    }

    /** @param more null for no more than there is */
    public TableQuery where(@Nullable Expression more) {
        return more == null
                ? this
                : new TableQuery(index, key, filter == null ? more : filter.and(more), descending, pageSize, after);
    }

    public TableQuery newestFirst() {
        return new TableQuery(index, key, filter, true, pageSize, after);
    }

    /** @param end null to begin */
    public TableQuery after(@Nullable Item end) {
        return new TableQuery(index, key, filter, descending, pageSize, end);
    }

    public TableQuery by(int size) {
        return new TableQuery(index, key, filter, descending, size, after);
    }
}
