package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** One choice of values for the parameters that decide a template's conditions. */
record Scenario(Template template, Map<String, String> values) {
    /** Stands for every value that nothing in the template names. */
    static final String OTHER = "\u0000other";

    private static final int MOST = 512;

    /** Every choice that can make a difference to what is created. */
    static List<Scenario> of(Template template) {
        Map<String, Set<String>> candidates = new TreeMap<>();
        template.conditions().values().forEach(condition -> collect(condition, template, candidates));
        List<Map<String, String>> choices = List.of(Map.of());
        for (Map.Entry<String, Set<String>> parameter : candidates.entrySet()) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> choice : choices) {
                for (String value : parameter.getValue()) {
                    Map<String, String> more = new TreeMap<>(choice);
                    more.put(parameter.getKey(), value);
                    longer.add(more);
                }
            }
            choices = longer;
            if (choices.size() > MOST) {
                throw new IllegalArgumentException(template + " has too many combinations to look at each");
            }
        }
        return choices.stream().map(choice -> new Scenario(template, choice)).toList();
    }

    private static void collect(JsonNode condition, Template template, Map<String, Set<String>> candidates) {
        for (Reference reference : Reference.in(condition)) {
            JsonNode parameter = template.parameters().get(reference.name());
            if (reference.kind() == Reference.Kind.VALUE && parameter != null) {
                Set<String> values = candidates.computeIfAbsent(reference.name(), name -> new LinkedHashSet<>());
                if (parameter.has("AllowedValues")) {
                    parameter.get("AllowedValues").forEach(value -> values.add(value.asText()));
                } else {
                    values.add(parameter.path("Default").asText());
                    values.add(OTHER);
                    literals(condition, values);
                }
            }
        }
    }

    private static void literals(JsonNode condition, Set<String> values) {
        condition
                .findValues("Fn::Equals")
                .forEach(equals -> equals.forEach(side -> {
                    if (side.isTextual()) {
                        values.add(side.asText());
                    }
                }));
    }

    /** Whether a condition holds here. */
    boolean holds(String condition) {
        return holds(template.root().path("Conditions").path(condition));
    }

    private boolean holds(JsonNode condition) {
        Map.Entry<String, JsonNode> function = condition.properties().iterator().next();
        JsonNode of = function.getValue();
        return switch (function.getKey()) {
            case "Fn::Equals" -> text(of.get(0)).equals(text(of.get(1)));
            case "Fn::Not" -> !holds(of.get(0));
            case "Fn::And" -> StreamSupport.stream(of.spliterator(), false).allMatch(this::holds);
            case "Fn::Or" -> StreamSupport.stream(of.spliterator(), false).anyMatch(this::holds);
            case "Condition" -> holds(of.asText());
            default -> throw new IllegalArgumentException("no condition: " + condition);
        };
    }

    private String text(JsonNode side) {
        if (side instanceof ObjectNode function && function.has("Fn::Join")) {
            return text(function.get("Fn::Join").get(1));
        }
        return side.has("Ref") ? values.getOrDefault(side.get("Ref").asText(), OTHER) : side.asText();
    }

    /** Whether a resource is created here. */
    boolean creates(JsonNode resource) {
        return !resource.has("Condition") || holds(resource.get("Condition").asText());
    }
}
