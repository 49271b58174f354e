package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Expectation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of the image that it is about, each statement apart: they must not contradict each other.
 *
 * @param names repository and tag, as written
 * @param digests manifest digests; more than one is a contradiction
 * @param repoDigests manifest digests of one and the same image in several repositories
 * @param imageIds digests of the image's configuration; more than one is a contradiction
 */
public record ImageClaims(Set<String> names, Set<Digest> digests, Set<Digest> repoDigests, Set<Digest> imageIds) {
    public ImageClaims {
        names = copy(names);
        digests = copy(digests);
        repoDigests = copy(repoDigests);
        imageIds = copy(imageIds);
    }

    private static <T> Set<T> copy(Set<T> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }

    /** The one manifest digest that is stated; empty if none or if it is ambiguous. */
    public Optional<Digest> digest() {
        if (!digests.isEmpty()) {
            return Optional.of(digests.iterator().next());
        }
        return repoDigests.size() == 1 ? Optional.of(repoDigests.iterator().next()) : Optional.empty();
    }

    /** Sentences about statements that cannot all be true; empty if there is no contradiction. */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>();
        if (digests.size() > 1) {
            found.add("it speaks of several manifest digests: " + digests);
        }
        if (imageIds.size() > 1) {
            found.add("it speaks of several image ids: " + imageIds);
        }
        return found;
    }

    /** True if the expected image, by its manifest or its configuration, is the one that the report is about. */
    public boolean covers(Expectation expected) {
        return covers(expected.digest()) || covers(expected.imageId());
    }

    private boolean covers(@Nullable Digest asked) {
        return asked != null && (digests.contains(asked) || repoDigests.contains(asked) || imageIds.contains(asked));
    }

    /** True if the report says in any way which image it is about. */
    public boolean identifies() {
        return !digests.isEmpty() || !repoDigests.isEmpty() || !imageIds.isEmpty();
    }
}
