package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.util.List;
import java.util.function.Function;

/** What an image name stands for right now, or the reason why that cannot be said. */
public sealed interface Resolution {

    /**
     * The name was resolved and every digest was computed from the bytes received.
     *
     * @param topDigest of what the name itself points to: an index, or a single manifest
     * @param platforms at least one, in the order of the index; every wanted platform is among them
     * @param remarks sentences that a person should see: what was left out, and why
     */
    record Resolved(ImageReference requested, Digest topDigest, List<PlatformManifest> platforms, List<String> remarks)
            implements Resolution {
        public Resolved {
            platforms = List.copyOf(platforms);
            remarks = List.copyOf(remarks);
            if (platforms.isEmpty()) {
                throw new IllegalArgumentException("a resolved image has at least one platform");
            }
        }

        /** True if the name points to an index, not to the manifest of one platform. */
        public boolean index() {
            return platforms.size() > 1 || !platforms.get(0).manifestDigest().equals(topDigest);
        }
    }

    /** The name could not be resolved; there is nothing to scan. */
    record Unresolved(Verdict.Indeterminate verdict) implements Resolution {}

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Resolved, ? extends T> resolved, Function<? super Unresolved, ? extends T> unresolved) {
        return this instanceof Resolved it ? resolved.apply(it) : unresolved.apply((Unresolved) this);
    }
}
