package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.Map;

/**
 * All escalations by name.
 *
 * @param fallback for what names none of them: a misspelt name must not keep people from hearing
 */
public record Escalations(Map<String, Escalation> byName, Escalation fallback) {
    public Escalations {
        byName = Map.copyOf(byName);
    }

    Escalation named(String name) {
        return byName.getOrDefault(name, fallback);
    }

    boolean knows(String name) {
        return byName.containsKey(name) || fallback.name().equals(name);
    }
}
