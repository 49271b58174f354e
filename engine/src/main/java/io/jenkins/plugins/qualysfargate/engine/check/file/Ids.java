package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.yaml.NearMiss;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ids of one kind of things: each is given once, and what refers to one must exist.
 *
 * @param <T> what an id stands for
 */
final class Ids<T> {
    /** Of so many ids a message can name all. */
    private static final int NAMED = 20;

    private final String noun;
    private final Map<String, T> known = new LinkedHashMap<>();
    private final Set<String> given = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();

    /** @param noun for example {@code source} */
    Ids(String noun) {
        this.noun = noun;
    }

    /** The id of a new thing; null (and a problem) if it has none of its own. */
    @Nullable
    String claim(Section section, TextForm form) {
        String id = section.required("id", form);
        if (id != null && !given.add(id)) {
            section.refuse("id", "is the id of an earlier " + noun + " too; give each its own");
        }
        return id;
    }

    void put(String id, T thing) {
        known.put(id, thing);
    }

    /** The id that a value refers to, which is used from now on; null (and a problem) if there is nothing of this id. */
    @Nullable
    String use(Value value) {
        String id = refer(value);
        if (id != null) {
            used.add(id);
        }
        return id;
    }

    /** The same for what may refer to it and does not use it. What is itself a problem can be referred to. */
    @Nullable
    String refer(Value value) {
        String id = value.text(Forms.ID);
        if (id == null) {
            return null;
        }
        if (!given.contains(id)) {
            value.refuse(() -> "there is no " + noun + " '" + Wording.name(id) + "'. " + advice(id));
            return null;
        }
        return id;
    }

    void use(String id) {
        used.add(id);
    }

    /** Null if what has this id is itself a problem. */
    @Nullable
    T get(String id) {
        return known.get(id);
    }

    /** What was read, in the order of the file. */
    List<T> all() {
        return List.copyOf(known.values());
    }

    Set<String> names() {
        return given;
    }

    /** Those that nothing refers to. */
    List<String> unused() {
        return given.stream().filter(each -> !used.contains(each)).toList();
    }

    private String advice(String id) {
        if (given.isEmpty()) {
            return "The file has none.";
        }
        if (given.size() <= NAMED) {
            return NearMiss.advice(id, given);
        }
        return NearMiss.closest(id, given)
                .map(word -> "Did you mean '" + word + "'?")
                .orElse("");
    }
}
