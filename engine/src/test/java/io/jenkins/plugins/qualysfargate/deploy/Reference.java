package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something in a template that another part of it is called by.
 *
 * @param attribute what is asked of the resource; empty for the thing itself
 */
record Reference(Kind kind, String name, String attribute) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!{}][^{}]*)}");

    /** What is referred to. */
    enum Kind {
        VALUE,
        CONDITION
    }

    /** All references in a part of a template. */
    static List<Reference> in(JsonNode part) {
        List<Reference> found = new ArrayList<>();
        collect(part, found);
        return found;
    }

    private static void collect(JsonNode part, List<Reference> found) {
        part.properties().forEach(entry -> {
            JsonNode value = entry.getValue();
            switch (entry.getKey()) {
                case "Ref" -> addValue(value.asText(), found);
                case "Fn::GetAtt" ->
                    found.add(new Reference(
                            Kind.VALUE, value.path(0).asText(), value.path(1).asText()));
                case "Fn::If" ->
                    found.add(new Reference(Kind.CONDITION, value.path(0).asText(), ""));
                case "Fn::Sub" -> addPlaceholders(value, found);
                case "DependsOn" ->
                    (value.isArray() ? value : List.of(value)).forEach(each -> addValue(each.asText(), found));
                case "Condition" -> {
                    // In a policy's statement it is an object.
                    if (value.isTextual()) {
                        found.add(new Reference(Kind.CONDITION, value.asText(), ""));
                    }
                }
                default -> {}
            }
        });
        part.forEach(child -> collect(child, found));
    }

    private static void addPlaceholders(JsonNode value, List<Reference> found) {
        String text = value.isArray() ? value.path(0).asText() : value.asText();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            if (!value.path(1).has(placeholder.group(1))) {
                String[] path = placeholder.group(1).split("\\.", 2);
                found.add(new Reference(Kind.VALUE, path[0], path.length > 1 ? path[1] : ""));
            }
        }
    }

    private static void addValue(String name, List<Reference> found) {
        found.add(new Reference(Kind.VALUE, name, ""));
    }

    /** Whether CloudFormation itself knows it, for example {@code AWS::Region}. */
    boolean pseudo() {
        return name.startsWith("AWS::");
    }
}
