package io.jenkins.plugins.qualysfargate.cli.demo;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import io.jenkins.plugins.qualysfargate.engine.scan.Resolver;
import java.util.List;

/** Answers for the registry of the recorded images, which does not exist. */
public final class RecordedRegistry implements Resolver {

    /** The recorded images, each once. */
    public static List<ImageReference> images() {
        return Recording.ALL.stream().map(Recording::image).distinct().toList();
    }

    @Override
    public Resolution resolve(ImageReference image, List<Platform> wanted) {
        List<PlatformManifest> platforms = Recording.ALL.stream()
                .filter(recording -> recording.image().equals(image))
                .map(Recording::platformManifest)
                .toList();
        if (platforms.isEmpty()) {
            return new Resolution.Unresolved(new Verdict.Indeterminate(
                    IndeterminateCause.IMAGE_UNRESOLVED,
                    "There is no recording of " + image + ".",
                    "The demonstration has " + images() + "."));
        }
        return new Resolution.Resolved(image, platforms.get(0).manifestDigest(), platforms, List.of());
    }
}
