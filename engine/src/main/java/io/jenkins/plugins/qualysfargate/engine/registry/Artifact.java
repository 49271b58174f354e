package io.jenkins.plugins.qualysfargate.engine.registry;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A small document that is kept in a registry beside the image that it is about.
 *
 * @param artifactType media type by which readers find it among others about the same image
 * @param mediaType of the content
 * @param content JSON
 * @param annotations short texts that registries show without fetching the content
 */
public record Artifact(String artifactType, String mediaType, String content, SortedMap<String, String> annotations) {
    public Artifact {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /** With annotations in any order. */
    public static Artifact of(String artifactType, String content, Map<String, String> annotations) {
        return new Artifact(artifactType, artifactType, content, new TreeMap<>(annotations));
    }
}
