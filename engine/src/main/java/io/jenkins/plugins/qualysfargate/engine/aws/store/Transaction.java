package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Writes that happen all or not at all; not for several threads. */
public final class Transaction {
    /** What DynamoDB takes at once. */
    public static final int MOST_WRITES = 100;

    private static final int ATTEMPTS = 12;
    private static final Set<String> PASSING =
            Set.of("TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded", "None");
    private static final String CONDITION = "ConditionalCheckFailed";

    private final List<TransactWriteItem> writes = new ArrayList<>();
    // A transaction has no permission of its own.
    private final Set<String> actions = new TreeSet<>();
    private final Set<String> tables = new TreeSet<>();
    private final Table first;

    /** @param first by whose client the writes go */
    public Transaction(Table first) {
        this.first = first;
    }

    /** @param condition null to write over whatever is there */
    public Transaction put(Table table, Item item, @Nullable Expression condition) {
        tables.add(table.name());
        actions.add("dynamodb:PutItem");
        writes.add(TransactWriteItem.builder()
                .put(put -> {
                    put.tableName(table.name()).item(item.values());
                    if (condition != null) {
                        put.conditionExpression(condition.text())
                                .expressionAttributeNames(Table.namesOrNull(condition))
                                .expressionAttributeValues(Table.valuesOrNull(condition));
                    }
                })
                .build());
        return this;
    }

    public Transaction delete(Table table, Item key) {
        tables.add(table.name());
        actions.add("dynamodb:DeleteItem");
        writes.add(TransactWriteItem.builder()
                .delete(delete -> delete.tableName(table.name()).key(key.values()))
                .build());
        return this;
    }

    public int size() {
        return writes.size();
    }

    /**
     * Writes everything. Repeats what was cancelled because others wrote at the same time.
     *
     * @return the places, from 0, of the writes whose condition did not hold; empty if all is written
     * @throws AwsException if nothing is written, or nobody knows whether it is
     */
    public List<Integer> commit() {
        AwsCall call = new AwsCall(String.join(", ", actions), "table " + String.join(", table ", tables));
        TransactWriteItemsRequest request =
                TransactWriteItemsRequest.builder().transactItems(writes).build();
        for (int attempt = 1; ; attempt++) {
            try {
                call.on(() -> first.clients().dynamoDb().transactWriteItems(request));
                return List.of();
            } catch (AwsException failure) {
                if (!(failure.getCause() instanceof TransactionCanceledException cancelled)) {
                    throw failure;
                }
                List<Integer> refused = refused(cancelled);
                if (!refused.isEmpty()) {
                    return refused;
                }
                if (attempt == ATTEMPTS || !passing(cancelled)) {
                    throw failure;
                }
                pause(attempt, failure);
            }
        }
    }

    private static List<Integer> refused(TransactionCanceledException cancelled) {
        List<Integer> refused = new ArrayList<>();
        List<CancellationReason> reasons = cancelled.cancellationReasons();
        for (int i = 0; i < reasons.size(); i++) {
            if (CONDITION.equals(reasons.get(i).code())) {
                refused.add(i);
            }
        }
        return refused;
    }

    private static boolean passing(TransactionCanceledException cancelled) {
        return !cancelled.cancellationReasons().isEmpty()
                && cancelled.cancellationReasons().stream().allMatch(reason -> PASSING.contains(reason.code()));
    }

    private static void pause(int attempt, AwsException failure) {
        try {
            Pause.after(attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
