package io.jenkins.plugins.qualysfargate.engine.aws.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A condition, filter or update. Write attributes as {@code #name}, so that no name can be a reserved word, and values as
 * {@code :name}; values never become text of the expression.
 */
public record Expression(String text, Map<String, AttributeValue> values) {
    private static final Pattern NAME = Pattern.compile("#(\\w+)");

    public Expression {
        values = Map.copyOf(values);
    }

    /** An expression that has no values yet. */
    public static Expression of(String text) {
        return new Expression(text, Map.of());
    }

    public Expression with(String placeholder, AttributeValue value) {
        Map<String, AttributeValue> more = new LinkedHashMap<>(values);
        more.put(placeholder, value);
        return new Expression(text, more);
    }

    public Expression with(String placeholder, String value) {
        return with(placeholder, AttributeValue.fromS(value));
    }

    public Expression with(String placeholder, long value) {
        return with(placeholder, AttributeValue.fromN(Long.toString(value)));
    }

    /** Both must hold. */
    public Expression and(Expression other) {
        Map<String, AttributeValue> all = new LinkedHashMap<>(values);
        all.putAll(other.values);
        return new Expression("(" + text + ") AND (" + other.text + ")", all);
    }

    /** The real name of each placeholder of a name. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            names.put(matcher.group(), matcher.group(1));
        }
        return names;
    }
}
