package io.jenkins.plugins.qualysfargate.engine.aws.store;

import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/** The items of a query; the next page is asked for when the one before is used up, and not earlier. */
final class TablePages implements Iterator<Item> {
    private final Table table;
    private final TableQuery query;
    private Iterator<Map<String, AttributeValue>> page =
            Map.<String, Map<String, AttributeValue>>of().values().iterator();
    private Map<String, AttributeValue> from;
    private boolean done;

    TablePages(Table table, TableQuery query) {
        this.table = table;
        this.query = query;
        this.from = query.after() == null ? Map.of() : query.after().values();
    }

    @Override
    public boolean hasNext() {
        // A page may be empty although others follow: the filter has dropped all of it.
        while (!page.hasNext() && !done) {
            QueryResponse answer = table.page(query, from, null);
            page = answer.items().iterator();
            from = answer.lastEvaluatedKey();
            done = from.isEmpty();
        }
        return page.hasNext();
    }

    @Override
    public Item next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the query of table " + table.name() + " has no more items");
        }
        return Item.of(page.next());
    }
}
