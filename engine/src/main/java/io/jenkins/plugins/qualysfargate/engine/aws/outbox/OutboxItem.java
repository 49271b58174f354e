package io.jenkins.plugins.qualysfargate.engine.aws.outbox;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.SortableTime;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import io.jenkins.plugins.qualysfargate.engine.outbox.Undelivered;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A message as an item and back. */
final class OutboxItem {
    static final String STATE = "state";
    static final String WAITING = "waiting";
    static final String DELIVERED = "delivered";
    static final String ABANDONED = "abandoned";

    private static final int LONGEST_REASON = 2_000;

    private OutboxItem() {}

    static Item key(String id) {
        return Item.of("messageId", id);
    }

    static Item waiting(OutboxMessage message) {
        Map<String, AttributeValue> attributes = new LinkedHashMap<>();
        message.attributes().forEach((name, value) -> attributes.put(name, AttributeValue.fromS(value)));
        return key(message.id())
                .with(STATE, WAITING)
                .with("dueAt", instant(message.createdAt()))
                .with("attempts", 0)
                .with("channel", message.channel())
                .with("subject", message.subject())
                .with("body", message.body())
                .and("attributes", AttributeValue.fromM(attributes))
                .with("createdAt", message.createdAt().toString());
    }

    static OutboxMessage message(Item item) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Item stored = item.map("attributes");
        stored.values().keySet().forEach(name -> attributes.put(name, stored.text(name)));
        return new OutboxMessage(
                item.text("messageId"),
                item.text("channel"),
                item.text("subject"),
                item.text("body"),
                attributes,
                Instant.parse(item.text("createdAt")));
    }

    static Undelivered undelivered(Item item) {
        return new Undelivered(
                message(item),
                (int) item.number("attempts"),
                Instant.parse(item.text("givenUpAt")),
                item.text("reason"));
    }

    static String reason(String reason) {
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON - 1) + "…";
    }

    /** As text that sorts as time does. */
    static String instant(Instant instant) {
        return SortableTime.of(instant);
    }
}
