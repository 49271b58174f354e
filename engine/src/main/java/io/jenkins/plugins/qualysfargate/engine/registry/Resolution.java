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
    record Unresolved(Verdict.Indeterminate verdict, Reason reason) implements Resolution {

        /** For any reason that is no matter of asking the registry. */
        public Unresolved(Verdict.Indeterminate verdict) {
            this(verdict, Reason.OTHER);
        }
    }

    /** Why there is no resolution, as far as it matters to what can be done instead. */
    enum Reason {
        /** The registry was not reached, or was out of order before it said anything of the image. */
        NOT_REACHED,
        /** The registry or its token service refused the login, or wants one. */
        LOGIN_REFUSED,
        /** What is there is an artifact such as a chart or a signature, and no container image. */
        NO_IMAGE,
        /** The registry spoke of the image, and that was no sound answer; or it was never to be asked. */
        OTHER
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Resolved, ? extends T> resolved, Function<? super Unresolved, ? extends T> unresolved) {
        return this instanceof Resolved it ? resolved.apply(it) : unresolved.apply((Unresolved) this);
    }
}
