package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.Select;

/** One DynamoDB table. Reads are strongly consistent unless an index is read; every method throws {@link AwsException}. */
public final class Table {
    private final AwsClients clients;
    private final String name;

    public Table(AwsClients clients, String name) {
        this.clients = clients;
        this.name = name;
    }

    public String name() {
        return name;
    }

    AwsClients clients() {
        return clients;
    }

    /** A call of this kind on this table, as its failures name it. */
    AwsCall call(String operation) {
        return new AwsCall("dynamodb:" + operation, "table " + name);
    }

    /** One item by its key. */
    public Optional<Item> get(Item key) {
        Map<String, AttributeValue> found = call("GetItem")
                .on(() -> clients.dynamoDb()
                        .getItem(request ->
                                request.tableName(name).key(key.values()).consistentRead(true)))
                .item();
        return found == null || found.isEmpty() ? Optional.empty() : Optional.of(Item.of(found));
    }

    /** Writes an item over whatever is there. */
    public void put(Item item) {
        call("PutItem").on(() -> clients.dynamoDb()
                .putItem(request -> request.tableName(name).item(item.values())));
    }

    /**
     * Writes an item if the condition holds for what is there.
     *
     * @return whether it held; after a lost answer the second attempt of the same call may find what the first one wrote
     */
    public boolean put(Item item, Expression condition) {
        return conditionally("PutItem", () -> clients.dynamoDb().putItem(request -> request.tableName(name)
                        .item(item.values())
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(namesOrNull(condition))
                        .expressionAttributeValues(valuesOrNull(condition))))
                .isPresent();
    }

    /**
     * Changes an item, or makes it.
     *
     * @param condition null to change it whatever is there
     * @return the item as it is now; empty if the condition does not hold
     */
    public Optional<Item> update(Item key, Expression update, @Nullable Expression condition) {
        Expression all = condition == null ? update : update.and(condition);
        return conditionally("UpdateItem", () -> clients.dynamoDb().updateItem(request -> request.tableName(name)
                        .key(key.values())
                        .updateExpression(update.text())
                        .conditionExpression(condition == null ? null : condition.text())
                        .expressionAttributeNames(namesOrNull(all))
                        .expressionAttributeValues(valuesOrNull(all))
                        .returnValues(ReturnValue.ALL_NEW)))
                .map(answer -> Item.of(answer.attributes()));
    }

    /** Deletes an item if the condition holds; false if it does not. */
    public boolean delete(Item key, Expression condition) {
        return conditionally("DeleteItem", () -> clients.dynamoDb().deleteItem(request -> request.tableName(name)
                        .key(key.values())
                        .conditionExpression(condition.text())
                        .expressionAttributeNames(namesOrNull(condition))
                        .expressionAttributeValues(valuesOrNull(condition))))
                .isPresent();
    }

    private <T> Optional<T> conditionally(String operation, java.util.function.Supplier<T> action) {
        return call(operation).on(() -> {
            try {
                return Optional.of(action.get());
            } catch (ConditionalCheckFailedException e) {
                return Optional.empty();
            }
        });
    }

    /** The items, page after page while they are taken; a failure shows while they are taken too. */
    public Stream<Item> query(TableQuery query) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new TablePages(this, query), Spliterator.ORDERED), false);
    }

    /** How many items there are, without fetching them; costs what reading them costs. */
    public long count(TableQuery query) {
        long count = 0;
        Map<String, AttributeValue> from = Map.of();
        do {
            QueryResponse page = page(query, from, Select.COUNT);
            count += page.count();
            from = page.lastEvaluatedKey();
        } while (!from.isEmpty());
        return count;
    }

    QueryResponse page(TableQuery query, Map<String, AttributeValue> from, @Nullable Select select) {
        Expression filter = query.filter();
        Expression all = filter == null ? query.key() : query.key().and(filter);
        QueryRequest.Builder request = QueryRequest.builder()
                .tableName(name)
                .indexName(query.index())
                .consistentRead(query.index() == null)
                .keyConditionExpression(query.key().text())
                .expressionAttributeNames(namesOrNull(all))
                .expressionAttributeValues(valuesOrNull(all))
                .scanIndexForward(!query.descending());
        if (filter != null) {
            request.filterExpression(filter.text());
        }
        if (query.pageSize() > 0) {
            request.limit(query.pageSize());
        }
        if (select != null) {
            request.select(select);
        }
        if (!from.isEmpty()) {
            request.exclusiveStartKey(from);
        }
        return call("Query").on(() -> clients.dynamoDb().query(request.build()));
    }

    // DynamoDB takes no empty map.
    static @Nullable Map<String, String> namesOrNull(Expression expression) {
        Map<String, String> names = expression.names();
        return names.isEmpty() ? null : names;
    }

    static @Nullable Map<String, AttributeValue> valuesOrNull(Expression expression) {
        return expression.values().isEmpty() ? null : expression.values();
    }
}
