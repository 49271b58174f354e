package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import java.util.List;

/** Tells what an image name stands for right now. */
@FunctionalInterface
public interface Resolver {

    /** @param wanted every one of them must exist; empty for all platforms that exist */
    Resolution resolve(ImageReference image, List<Platform> wanted);
}
