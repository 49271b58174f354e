package io.jenkins.plugins.qualysfargate.engine.aws.store;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * One item of a table, read strictly: what is missing or of another type is an {@link IllegalArgumentException} that
 * names it, and never a default.
 */
public final class Item {
    private final Map<String, AttributeValue> values;

    private Item(Map<String, AttributeValue> values) {
        this.values = Map.copyOf(values);
    }

    /** An item as DynamoDB gives it. */
    public static Item of(Map<String, AttributeValue> values) {
        return new Item(values);
    }

    /** An item of one text, for example a key. */
    public static Item of(String name, String value) {
        return new Item(Map.of(name, AttributeValue.fromS(value)));
    }

    /** All attributes, for calls. */
    public Map<String, AttributeValue> values() {
        return values;
    }

    /** The same with one more attribute; the same as it is if the value is null. */
    public Item with(String name, @Nullable String value) {
        return value == null ? this : and(name, AttributeValue.fromS(value));
    }

    /** The same with one more number. */
    public Item with(String name, long value) {
        return and(name, AttributeValue.fromN(Long.toString(value)));
    }

    /** The same with one more flag. */
    public Item with(String name, boolean value) {
        return and(name, AttributeValue.fromBool(value));
    }

    /** The same with one more attribute of bytes. */
    public Item with(String name, byte[] value) {
        return and(name, AttributeValue.fromB(SdkBytes.fromByteArray(value)));
    }

    /** The same with one more attribute of whatever type. */
    public Item and(String name, AttributeValue value) {
        Map<String, AttributeValue> more = new LinkedHashMap<>(values);
        more.put(name, value);
        return new Item(more);
    }

    /** Only these attributes, for example the key. */
    public Item only(String... names) {
        Map<String, AttributeValue> few = new LinkedHashMap<>();
        for (String name : names) {
            few.put(name, value(name));
        }
        return new Item(few);
    }

    public boolean has(String name) {
        AttributeValue value = values.get(name);
        return value != null && !Boolean.TRUE.equals(value.nul());
    }

    public String text(String name) {
        return typed(name, value(name).s(), "a text");
    }

    /** Null if there is no such attribute. */
    public @Nullable String optionalText(String name) {
        return has(name) ? text(name) : null;
    }

    public long number(String name) {
        try {
            return new BigDecimal(typed(name, value(name).n(), "a number")).longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("attribute " + name + " is no whole number", e);
        }
    }

    public boolean flag(String name) {
        return typed(name, value(name).bool(), "true or false");
    }

    public byte[] bytes(String name) {
        return typed(name, value(name).b(), "bytes").asByteArray();
    }

    /** The item inside an attribute. */
    public Item map(String name) {
        AttributeValue value = value(name);
        if (!value.hasM()) {
            throw new IllegalArgumentException("attribute " + name + " is not a map");
        }
        return new Item(value.m());
    }

    private AttributeValue value(String name) {
        AttributeValue value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("attribute " + name + " is missing");
        }
        return value;
    }

    private static <T> T typed(String name, @Nullable T value, String expected) {
        if (value == null) {
            throw new IllegalArgumentException("attribute " + name + " is not " + expected);
        }
        return value;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Item item && values.equals(item.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    /** The names alone: values may be large. */
    @Override
    public String toString() {
        return "item of " + values.keySet();
    }
}
