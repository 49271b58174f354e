package io.jenkins.plugins.qualysfargate.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One CloudFormation template. */
record Template(String name, JsonNode root) {
    static final Path DIRECTORY = Path.of("../deploy/cloudformation");

    static Template of(String name, String text) {
        return new Template(name, TemplateYaml.read(text));
    }

    static Template read(String name) throws IOException {
        return of(name, Files.readString(DIRECTORY.resolve(name)));
    }

    /** Every template of the project. */
    static List<Template> all() throws IOException {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            List<Template> all = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                all.add(read(file.getFileName().toString()));
            }
            return List.copyOf(all);
        }
    }

    Map<String, JsonNode> parameters() {
        return section("Parameters");
    }

    Map<String, JsonNode> conditions() {
        return section("Conditions");
    }

    Map<String, JsonNode> resources() {
        return section("Resources");
    }

    Map<String, JsonNode> outputs() {
        return section("Outputs");
    }

    /** A missing node if there is none of that name. */
    JsonNode resource(String resource) {
        return root.path("Resources").path(resource);
    }

    /** A missing node if there is none of that name. */
    JsonNode parameter(String parameter) {
        return root.path("Parameters").path(parameter);
    }

    /** The resources of one type. */
    Map<String, JsonNode> resources(String type) {
        Map<String, JsonNode> chosen = resources();
        chosen.values().removeIf(resource -> !resource.path("Type").asText().equals(type));
        return chosen;
    }

    private Map<String, JsonNode> section(String key) {
        Map<String, JsonNode> entries = new TreeMap<>();
        root.path(key).properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    @Override
    public String toString() {
        return name;
    }
}
