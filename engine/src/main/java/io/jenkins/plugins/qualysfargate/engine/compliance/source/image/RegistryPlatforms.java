package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.registry.ImageResolver;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import java.util.List;

/** Asks the registry of the image. */
public final class RegistryPlatforms implements ImagePlatforms {
    private final ImageResolver resolver;
    private final List<Platform> wanted;

    /** @param wanted the platforms whose scans are expected; empty for all that an index has */
    public RegistryPlatforms(ImageResolver resolver, List<Platform> wanted) {
        this.resolver = resolver;
        this.wanted = List.copyOf(wanted);
    }

    @Override
    public List<Digest> of(String name, Digest digest) {
        ImageReference pinned;
        try {
            pinned = ImageReference.parse(name).at(digest);
        } catch (IllegalArgumentException noReference) {
            return List.of();
        }
        return resolver.resolve(pinned, wanted)
                .fold(
                        resolved -> resolved.platforms().stream()
                                .map(PlatformManifest::manifestDigest)
                                .toList(),
                        unresolved -> List.of());
    }
}
