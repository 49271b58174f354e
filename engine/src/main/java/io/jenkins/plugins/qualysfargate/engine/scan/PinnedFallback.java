package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import java.util.List;

/**
 * Does without the registry where it cannot be asked and is not needed: a digest and one platform already say what to scan.
 * What this machine cannot reach or log in to, the scanner may. Nothing is believed for that: the scanner's report counts
 * only if it names exactly this digest, and there is no image id that could stand in for it.
 */
public final class PinnedFallback implements Resolver {
    private final Resolver registry;

    /** @param registry is always asked first; what it answers stands */
    public PinnedFallback(Resolver registry) {
        this.registry = registry;
    }

    @Override
    public Resolution resolve(ImageReference image, List<Platform> wanted) {
        return registry.resolve(image, wanted)
                .<Resolution>fold(resolved -> resolved, unresolved -> pinned(image, wanted, unresolved));
    }

    private static Resolution pinned(ImageReference image, List<Platform> wanted, Resolution.Unresolved unresolved) {
        Digest digest = image.digest();
        if (digest == null || wanted.size() != 1 || !isSilence(unresolved.reason())) {
            return unresolved;
        }
        Platform platform = wanted.get(0);
        String remark =
                "Without the registry: " + unresolved.verdict().message() + " The image is given by its digest, so "
                        + digest + " is scanned for " + platform
                        + " all the same; only a report of the scanner that names exactly this digest counts.";
        return new Resolution.Resolved(
                image, digest, List.of(PlatformManifest.pinned(digest, platform)), List.of(remark));
    }

    /** An answer, whatever it says, is never done without. */
    private static boolean isSilence(Resolution.Reason reason) {
        return switch (reason) {
            case NOT_REACHED, LOGIN_REFUSED -> true;
            case NO_IMAGE, OTHER -> false;
        };
    }
}
