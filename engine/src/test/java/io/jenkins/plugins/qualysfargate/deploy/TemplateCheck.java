package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says what CloudFormation would refuse in a template, and what has no effect in it. */
final class TemplateCheck {
    private static final Set<String> SECTIONS = Set.of(
            "AWSTemplateFormatVersion", "Description", "Parameters", "Rules", "Conditions", "Resources", "Outputs");

    private static final Set<String> RESOURCE_KEYS =
            Set.of("Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy");

    private static final Set<String> PARAMETER_TYPES = Set.of("String", "Number", "CommaDelimitedList");

    private static final Set<String> PARAMETER_KEYS = Set.of(
            "Type",
            "Default",
            "Description",
            "AllowedValues",
            "AllowedPattern",
            "ConstraintDescription",
            "MinValue",
            "MaxValue",
            "MinLength",
            "MaxLength",
            "NoEcho");

    private final Template template;
    private final Specification specification;
    private final Set<String> problems = new LinkedHashSet<>();

    private TemplateCheck(Template template, Specification specification) {
        this.template = template;
        this.specification = specification;
    }

    static List<String> problems(Template template, Specification specification) {
        TemplateCheck check = new TemplateCheck(template, specification);
        check.keys();
        check.references();
        check.uses();
        // What refers to nothing has no scenario either.
        if (check.problems.isEmpty()) {
            Scenario.of(template).forEach(check::scenario);
        }
        return List.copyOf(check.problems);
    }

    private void keys() {
        only(template.root(), SECTIONS, "the template");
        template.parameters().forEach((name, parameter) -> {
            only(parameter, PARAMETER_KEYS, "parameter " + name);
            if (!PARAMETER_TYPES.contains(parameter.path("Type").asText())) {
                problems.add("parameter " + name + " is of no type: " + parameter.path("Type"));
            }
            JsonNode allowed = parameter.path("AllowedValues");
            if (!allowed.isMissingNode()
                    && parameter.has("Default")
                    && !texts(allowed).contains(parameter.get("Default").asText())) {
                problems.add("parameter " + name + " has a default that is not allowed");
            }
        });
        template.resources().forEach((name, resource) -> {
            only(resource, RESOURCE_KEYS, name);
            if (!specification.knows(resource.path("Type").asText())) {
                problems.add(name + " is of an unknown type: " + resource.path("Type"));
            }
        });
    }

    private void only(JsonNode node, Set<String> allowed, String where) {
        node.fieldNames().forEachRemaining(key -> {
            if (!allowed.contains(key)) {
                problems.add(where + " has an unknown key: " + key);
            }
        });
    }

    private void references() {
        for (Reference reference : Reference.in(template.root())) {
            JsonNode resource = template.resources().get(reference.name());
            if (reference.kind() == Reference.Kind.CONDITION) {
                if (!template.conditions().containsKey(reference.name())) {
                    problems.add("there is no condition " + reference.name());
                }
            } else if (resource == null) {
                boolean known = reference.pseudo() || template.parameters().containsKey(reference.name());
                if (!known || !reference.attribute().isEmpty()) {
                    problems.add("there is no " + (reference.name() + " " + reference.attribute()).strip());
                }
            } else if (!reference.attribute().isEmpty()
                    && !specification.hasAttribute(resource.path("Type").asText(), reference.attribute())) {
                problems.add(reference.name() + " has no attribute " + reference.attribute());
            }
        }
    }

    private void uses() {
        Set<Reference> used = Set.copyOf(Reference.in(template.root()));
        template.parameters().keySet().forEach(name -> {
            if (!used.contains(new Reference(Reference.Kind.VALUE, name, ""))) {
                problems.add("parameter " + name + " is never used");
            }
        });
        template.conditions().keySet().forEach(name -> {
            if (!used.contains(new Reference(Reference.Kind.CONDITION, name, ""))) {
                problems.add("condition " + name + " is never used");
            }
        });
    }

    private void scenario(Scenario scenario) {
        Resolution resolution = new Resolution(scenario);
        template.resources().forEach((name, resource) -> {
            if (scenario.creates(resource)) {
                JsonNode properties = resource.path("Properties");
                specification
                        .problems(resource.path("Type").asText(), resolution.of(properties))
                        .forEach(problem -> problems.add(name + problem));
                exists(name, taken(properties, scenario), scenario);
            }
        });
        template.outputs().forEach((name, output) -> exists(name, taken(output, scenario), scenario));
    }

    /** A resource that is not created cannot be referred to by one that is. */
    private void exists(String name, List<Reference> references, Scenario scenario) {
        for (Reference reference : references) {
            JsonNode resource = template.resources().get(reference.name());
            if (resource != null && !scenario.creates(resource)) {
                problems.add(name + " needs " + reference.name() + ", which is not always there");
            }
        }
    }

    /** The references of those branches that are taken. */
    private static List<Reference> taken(JsonNode node, Scenario scenario) {
        if (node.has("Fn::If")) {
            JsonNode choice = node.get("Fn::If");
            return taken(choice.get(scenario.holds(choice.get(0).asText()) ? 1 : 2), scenario);
        }
        if (node.has("Ref") || node.has("Fn::GetAtt") || node.path("Fn::Sub").isTextual()) {
            return Reference.in(node);
        }
        List<Reference> found = new ArrayList<>();
        node.forEach(child -> found.addAll(taken(child, scenario)));
        return found;
    }

    private static List<String> texts(JsonNode values) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }
}
