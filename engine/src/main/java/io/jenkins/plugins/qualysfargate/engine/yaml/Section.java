package io.jenkins.plugins.qualysfargate.engine.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The keys under one key of a file. What is not understood becomes a problem, and reading goes on. */
public final class Section {
    private final String path;
    private final Node node;
    private final Problems problems;
    private final Map<String, NodeTuple> values = new LinkedHashMap<>();

    private Section(String path, Node node, Problems problems) {
        this.path = path;
        this.node = node;
        this.problems = problems;
    }

    /** A section with the keys that are valid there; null (and a problem) if the node holds no keys. */
    public static @Nullable Section open(Node node, String path, List<String> keys, Problems problems) {
        if (!(node instanceof MappingNode mapping)) {
            problems.add(node, path, "holds no keys. Valid are " + String.join(", ", keys) + ".");
            return null;
        }
        Section section = new Section(path, node, problems);
        for (NodeTuple each : mapping.getValue()) {
            section.add(each, keys);
        }
        return section;
    }

    private void add(NodeTuple tuple, List<String> keys) {
        Node keyNode = tuple.getKeyNode();
        String key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!keys.contains(key)) {
            problems.add(
                    keyNode,
                    path(Wording.name(key)),
                    () -> "is not a key that a " + problems.kind().noun() + " has here. " + NearMiss.advice(key, keys));
        } else if (values.putIfAbsent(key, tuple) != null) {
            problems.add(keyNode, path(key), "is given twice; remove one of them");
        }
    }

    /** The path of a key that is or should be here, for messages. */
    public String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** True if the key is there, whatever its value. */
    public boolean has(String key) {
        return values.containsKey(key);
    }

    /** Null if the key is absent. */
    public @Nullable Value value(String key) {
        Node found = node(key);
        return found == null ? null : new Value(found, path(key), problems);
    }

    /** Null if the key is absent or holds no keys. */
    public @Nullable Section section(String key, List<String> keys) {
        Node found = node(key);
        return found == null ? null : open(found, path(key), keys, problems);
    }

    /** The value of a key; null if the key is absent, or if its value is a problem. */
    public <T> @Nullable T optional(String key, Function<Value, @Nullable T> kind) {
        Value found = value(key);
        return found == null ? null : kind.apply(found);
    }

    /** The value of a key; the default if the key is absent or, so that reading goes on, if its value is a problem. */
    public <T> T read(String key, Function<Value, @Nullable T> kind, T absent) {
        T found = optional(key, kind);
        return found == null ? absent : found;
    }

    /** The text of a key that must be there; null (and a problem) if it is not, or is of another form. */
    public @Nullable String required(String key, TextForm form) {
        if (!has(key)) {
            missing(key, "is missing: it is " + form.description());
        }
        return optional(key, value -> value.text(form));
    }

    /** The items of a list that are of the kind; none if the key is absent. */
    public <T> List<T> all(String key, Function<Value, @Nullable T> kind) {
        List<T> all = new ArrayList<>();
        for (Value each : items(key)) {
            T item = kind.apply(each);
            if (item != null) {
                all.add(item);
            }
        }
        return all;
    }

    /** The items of a list; none if the key is absent. A list without items is a problem: it says nothing. */
    public List<Value> items(String key) {
        Node found = node(key);
        return found == null ? List.of() : items(found, path(key), problems);
    }

    /** The same for a list that may stand anywhere. */
    public static List<Value> items(Node found, String path, Problems problems) {
        if (!(found instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            problems.add(found, path, "is no list with at least one item; leave the key out if there is none");
            return List.of();
        }
        List<Value> items = new ArrayList<>();
        for (Node each : sequence.getValue()) {
            items.add(new Value(each, path + "[" + items.size() + "]", problems));
        }
        return items;
    }

    private @Nullable Node node(String key) {
        NodeTuple found = values.get(key);
        return found == null ? null : found.getValueNode();
    }

    /**
     * Refuses what is there besides these keys, when another value tells that they have no place here.
     *
     * @param owner what has these keys only, for example {@code a source of type anchore}
     */
    public void allowOnly(List<String> keys, String owner) {
        values.forEach((key, tuple) -> {
            if (!keys.contains(key)) {
                problems.add(
                        tuple.getKeyNode(),
                        path(key),
                        "is not a key that " + owner + " has. Valid are " + String.join(", ", keys) + ".");
            }
        });
    }

    /** Something is wrong with the section as a whole. */
    public void refuse(String message) {
        problems.add(node, path, message);
    }

    /** Something is wrong with a key: where its value stands or, if it is not there, in the section. */
    public void refuse(String key, String message) {
        Node found = node(key);
        problems.add(found == null ? node : found, path(key), message);
    }

    /** A key that must be there is not. */
    public void missing(String key, String message) {
        problems.add(node, path(key), message);
    }
}
