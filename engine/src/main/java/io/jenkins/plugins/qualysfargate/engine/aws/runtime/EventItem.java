package io.jenkins.plugins.qualysfargate.engine.aws.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.runtime.RuntimeEventItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An event as an item of the table and back; items of earlier sidecars are read too. */
final class EventItem {
    private static final JsonMapper JSON = new JsonMapper();

    private EventItem() {}

    static Item write(RuntimeEventItem event) {
        Item item = Item.of("eventId", event.eventId())
                .with("timestamp", event.timestamp().toString())
                .with("timestampEpoch", event.timestamp().getEpochSecond())
                .with("eventType", event.eventType())
                .with("severity", event.severity())
                .with("action", event.action())
                .with("containerId", event.place().containerId())
                .with("taskArn", event.place().taskArn())
                .with("clusterArn", event.place().clusterArn())
                .with("taskFamily", event.place().taskFamily())
                .and("eventData", attribute(object(event)));
        return event.expires() == null ? item : item.with("ttl", event.expires().getEpochSecond());
    }

    private static JsonNode object(RuntimeEventItem event) {
        try {
            JsonNode data = JSON.readTree(event.eventData());
            if (data == null || !data.isObject()) {
                throw new IllegalArgumentException("the data of event " + event.eventId() + " are no JSON object");
            }
            return data;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the data of event " + event.eventId() + " are no JSON", e);
        }
    }

    private static AttributeValue attribute(JsonNode node) {
        if (node.isObject()) {
            Map<String, AttributeValue> map = new LinkedHashMap<>();
            node.properties().forEach(each -> map.put(each.getKey(), attribute(each.getValue())));
            return AttributeValue.fromM(map);
        }
        if (node.isArray()) {
            List<AttributeValue> list = new ArrayList<>();
            node.forEach(each -> list.add(attribute(each)));
            return AttributeValue.fromL(list);
        }
        if (node.isNumber()) {
            return AttributeValue.fromN(node.asText());
        }
        if (node.isBoolean()) {
            return AttributeValue.fromBool(node.booleanValue());
        }
        return node.isNull() ? AttributeValue.fromNul(true) : AttributeValue.fromS(node.textValue());
    }

    /** @throws IllegalArgumentException if the item is no event */
    static RuntimeEventItem read(Item item) {
        return new RuntimeEventItem(
                item.text("eventId"),
                instant(item.text("timestamp")),
                item.text("eventType"),
                item.text("severity"),
                item.text("action"),
                new RuntimeEventItem.Place(
                        item.text("containerId"),
                        item.text("taskArn"),
                        item.text("clusterArn"),
                        item.text("taskFamily")),
                json(item.map("eventData")),
                item.has("ttl") ? Instant.ofEpochSecond(item.number("ttl")) : null);
    }

    private static Instant instant(String text) {
        return text.endsWith("Z") || text.indexOf('+') > 0
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    }

    private static String json(Item data) {
        // DynamoDB keeps no order, so it is that of the names.
        Map<String, Object> map = new TreeMap<>();
        data.values().forEach((name, value) -> map.put(name, plain(value)));
        return JSON.valueToTree(map).toString();
    }

    private static @Nullable Object plain(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s();
            case N -> new BigDecimal(value.n());
            case BOOL -> value.bool();
            case L -> value.l().stream().map(EventItem::plain).collect(Collectors.toCollection(ArrayList::new));
            case M -> {
                Map<String, Object> map = new TreeMap<>();
                value.m().forEach((name, each) -> map.put(name, plain(each)));
                yield map;
            }
            case NUL -> null;
            case SS -> value.ss();
            case NS -> value.ns();
            case B, BS, UNKNOWN_TO_SDK_VERSION -> throw new IllegalArgumentException("eventData holds " + value.type());
        };
    }
}
