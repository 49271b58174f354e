package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import java.time.Instant;
import java.util.List;

/**
 * An image that a registry holds.
 *
 * @param digest of what the tags point to, an index or the image of one platform
 * @param tags none for one that is only known by its digest
 * @param scanned the digests whose scans answer for it: its own, or those of the platforms of the index; at least one
 */
public record CatalogueImage(
        EcrRegistry registry,
        String repository,
        Digest digest,
        List<String> tags,
        Instant pushedAt,
        List<Digest> scanned) {

    /** @throws IllegalArgumentException if no scan could ever answer for it */
    public CatalogueImage {
        tags = List.copyOf(tags);
        scanned = List.copyOf(scanned);
        if (scanned.isEmpty()) {
            throw new IllegalArgumentException("an image is answered for by at least one scan");
        }
    }

    /** Registry and repository, as images are named in the history. */
    public String name() {
        return registry.host() + "/" + repository;
    }

    /** What is expected because of it. */
    public ExpectedImage expected() {
        return new ExpectedImage(name(), digest, pushedAt, scanned);
    }
}
