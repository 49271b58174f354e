package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * One action that a policy allows.
 *
 * @param policy its name in the template
 * @param resources as the template writes them
 * @param condition missing if there is none
 */
record Grant(String policy, String action, List<String> resources, JsonNode condition) {
    private static final Set<String> KEYS = Set.of("Sid", "Effect", "Action", "Resource", "Condition");

    /** Everything that the project's templates allow anybody by identity. */
    static List<Grant> all() throws IOException {
        List<Grant> all = new ArrayList<>();
        documents().forEach((policy, document) -> document.path("Statement")
                .forEach(statement -> all.addAll(of(policy, statement))));
        return all;
    }

    /** The documents of managed policies, and of those that are written into a role. */
    static Map<String, JsonNode> documents() throws IOException {
        Map<String, JsonNode> documents = new TreeMap<>();
        for (Template template : Template.all()) {
            template.resources("AWS::IAM::ManagedPolicy")
                    .forEach((name, policy) ->
                            documents.put(name, policy.path("Properties").path("PolicyDocument")));
            template.resources("AWS::IAM::Role").forEach((name, role) -> role.path("Properties")
                    .path("Policies")
                    .forEach(policy ->
                            documents.put(policy.path("PolicyName").asText(), policy.path("PolicyDocument"))));
        }
        return documents;
    }

    private static List<Grant> of(String policy, JsonNode statement) {
        if (statement.has("Fn::If")) {
            // The other branch of a statement that is there on a condition is none.
            return of(policy, statement.get("Fn::If").get(1));
        }
        statement.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new IllegalArgumentException(policy + " has a statement with an unknown key: " + key);
            }
        });
        if (!statement.path("Effect").asText().equals("Allow")) {
            throw new IllegalArgumentException(policy + " has a statement that allows nothing");
        }
        List<String> resources = texts(statement.path("Resource"));
        return texts(statement.path("Action")).stream()
                .map(action -> new Grant(policy, action, resources, statement.path("Condition")))
                .toList();
    }

    private static List<String> texts(JsonNode oneOrMore) {
        List<String> texts = new ArrayList<>();
        if (oneOrMore.isArray()) {
            oneOrMore.forEach(each -> texts.addAll(texts(each)));
        } else if (oneOrMore.isTextual()) {
            texts.add(oneOrMore.asText());
        } else if (oneOrMore.has("Fn::If")) {
            texts.addAll(texts(oneOrMore.get("Fn::If").get(1)));
            texts.addAll(texts(oneOrMore.get("Fn::If").get(2)));
        } else if (oneOrMore.has("Fn::Sub")) {
            texts.add(oneOrMore.get("Fn::Sub").asText());
        } else if (oneOrMore.has("Ref")) {
            texts.add("${" + oneOrMore.get("Ref").asText() + "}");
        } else {
            throw new IllegalArgumentException("neither a text nor a function that is understood: " + oneOrMore);
        }
        return texts;
    }
}
