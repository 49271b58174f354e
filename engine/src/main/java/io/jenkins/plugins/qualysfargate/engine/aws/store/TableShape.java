package io.jenkins.plugins.qualysfargate.engine.aws.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * What a table must be like.
 *
 * @param name without the stack
 * @param keys the partition key, and the sort key if there is one
 * @param indexes global secondary ones
 * @param timeToLive attribute by which DynamoDB deletes items, late; null if it deletes none
 * @param streamed whether there is a stream of new and old images
 */
public record TableShape(
        String name,
        List<Attribute> keys,
        List<Index> indexes,
        @Nullable String timeToLive,
        boolean streamed) {
    public TableShape {
        keys = List.copyOf(keys);
        indexes = List.copyOf(indexes);
    }

    /** An attribute that is part of a key. */
    public record Attribute(String name, ScalarAttributeType type) {
        static Attribute text(String name) {
            return new Attribute(name, ScalarAttributeType.S);
        }

        static Attribute number(String name) {
            return new Attribute(name, ScalarAttributeType.N);
        }
    }

    /** A global secondary index that projects all attributes. */
    public record Index(String name, Attribute partition, Attribute sort) {}
}
