package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.sweep.ExpectedImage;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An image that a scan is expected of, and where it is kept and runs.
 *
 * @param id the same as long as it is the same image of the same repository
 * @param name for people and selectors: repository with the first tag, or with the digest where there is none
 * @param repository registry and repository; empty if not known
 * @param image null if nobody can say which image it is
 * @param kept true if the catalogue has it
 * @param tags of the registry
 * @param clusters in which it runs
 */
public record ImageUse(
        String id,
        String name,
        String repository,
        @Nullable ExpectedImage image,
        boolean kept,
        SortedSet<String> tags,
        SortedSet<String> clusters) {
    public ImageUse {
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        clusters = Collections.unmodifiableSortedSet(new TreeSet<>(clusters));
    }

    /** The same, expected by other digests. */
    ImageUse expecting(ExpectedImage other) {
        return new ImageUse(id, name, repository, other, kept, tags, clusters);
    }
}
