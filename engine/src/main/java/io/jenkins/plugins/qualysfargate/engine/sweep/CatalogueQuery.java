package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.history.NameGlob;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which images of a registry to look at.
 *
 * @param repository {@code *} stands for any characters of a repository's whole name, {@code ?} for one; null for all
 * @param untagged also images that no tag points to
 * @param pushedSince null for any time
 * @param platforms of an index only these, whatever their variant; empty for all that it has
 */
public record CatalogueQuery(
        @Nullable String repository,
        boolean untagged,
        @Nullable Instant pushedSince,
        List<Platform> platforms) {

    /** Every image that has a tag. */
    public static final CatalogueQuery TAGGED = new CatalogueQuery(null, false, null, List.of());

    public CatalogueQuery {
        platforms = List.copyOf(platforms);
    }

    public boolean matches(String name) {
        return repository == null || NameGlob.matches(repository, name);
    }

    public boolean matches(Platform platform) {
        return platforms.isEmpty()
                || platforms.stream()
                        .anyMatch(wanted -> wanted.os().equals(platform.os())
                                && wanted.architecture().equals(platform.architecture()));
    }
}
