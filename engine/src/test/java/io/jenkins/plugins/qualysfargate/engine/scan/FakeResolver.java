package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.registry.PlatformManifest;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Knows the images that it is told of; any other one cannot be resolved. */
final class FakeResolver implements Resolver {
    private final Map<String, List<PlatformManifest>> images = new HashMap<>();
    private Reason reason = Reason.OTHER;

    /** The image stands for these platforms. */
    void knows(String image, PlatformManifest... platforms) {
        images.put(image, List.of(platforms));
    }

    /** Why it does not know the other ones. */
    void failsBecause(Reason other) {
        reason = other;
    }

    static PlatformManifest manifest(String platform, char digit) {
        return new PlatformManifest(Platform.parse(platform), digest(digit), new Digest("sha256:" + "c".repeat(64)));
    }

    static Digest digest(char digit) {
        return new Digest("sha256:" + String.valueOf(digit).repeat(64));
    }

    @Override
    public Resolution resolve(ImageReference image, List<Platform> wanted) {
        List<PlatformManifest> platforms = images.get(image.toString());
        if (platforms == null) {
            return new Resolution.Unresolved(
                    new Verdict.Indeterminate(
                            IndeterminateCause.IMAGE_UNRESOLVED, "Nobody knows " + image + ".", "Push it first."),
                    reason);
        }
        return new Resolution.Resolved(image, platforms.get(0).manifestDigest(), platforms, List.of());
    }
}
