package io.jenkins.plugins.qualysfargate.engine.aws.store;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes many items over whatever is there, in batches, and says which of them are not written. */
public final class BatchWrite {
    /** What DynamoDB takes at once. */
    public static final int MOST = 25;

    private static final int ATTEMPTS = 8;

    private final Table table;

    public BatchWrite(Table table) {
        this.table = table;
    }

    /**
     * How a batch ended.
     *
     * @param left items that are not written
     * @param failure why; null if DynamoDB took none of them after several attempts, or if nothing is left
     */
    public record Outcome(List<Item> left, @Nullable AwsException failure) {
        public Outcome {
            left = List.copyOf(left);
        }
    }

    /** @param items with different keys, at most {@value #MOST} */
    public Outcome put(List<Item> items) {
        List<Item> left = items;
        for (int attempt = 1; !left.isEmpty() && attempt <= ATTEMPTS; attempt++) {
            try {
                left = unprocessed(left);
                if (!left.isEmpty()) {
                    Pause.after(attempt);
                }
            } catch (AwsException failure) {
                return new Outcome(left, failure);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Outcome(left, null);
            }
        }
        return new Outcome(left, null);
    }

    private List<Item> unprocessed(List<Item> items) {
        AwsCall call = table.call("BatchWriteItem");
        List<WriteRequest> requests = items.stream()
                .map(item -> WriteRequest.builder()
                        .putRequest(PutRequest.builder().item(item.values()).build())
                        .build())
                .toList();
        return call
                .on(() -> table.clients()
                        .dynamoDb()
                        .batchWriteItem(request -> request.requestItems(Map.of(table.name(), requests))))
                .unprocessedItems()
                .getOrDefault(table.name(), List.of())
                .stream()
                .map(request -> Item.of(request.putRequest().item()))
                .toList();
    }

    /** True if one item of a batch is at fault, so that the others should be tried without it. */
    public static boolean blamesAnItem(@Nullable AwsException failure) {
        return failure != null && failure.problem() == AwsProblem.INVALID;
    }
}
