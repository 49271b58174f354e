package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a tag or a digest can point to. */
sealed interface Manifest {

    /** Several manifests, one per platform as a rule. */
    record Index(List<Entry> entries) implements Manifest {
        public Index {
            entries = List.copyOf(entries);
        }
    }

    /** The image of one platform. */
    record Single(Digest config) implements Manifest {}

    /**
     * One line of an index.
     *
     * @param platform null if none is declared, or {@code unknown/unknown}
     * @param attestation true if it says of itself that it is a statement about an image and no image
     */
    record Entry(String mediaType, Digest digest, @Nullable Platform platform, boolean attestation) {}
}
