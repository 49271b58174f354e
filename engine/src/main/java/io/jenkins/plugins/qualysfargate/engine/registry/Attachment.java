package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;

/** What became of an artifact that was to be kept beside an image. */
public sealed interface Attachment {

    /**
     * It is in the registry.
     *
     * @param artifact digest of its manifest
     * @param listed true if the registry itself lists it for the image (OCI distribution 1.1); false if a tag of the image's
     *     digest does
     */
    record Attached(Digest artifact, boolean listed) implements Attachment {}

    /**
     * It is not in the registry, or nobody can find it there.
     *
     * @param message what was attempted, on what, and why it failed
     * @param howToFix what a person should do next
     */
    record Refused(String message, String howToFix) implements Attachment {}
}
