package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.util.List;

/** What stands behind the digest of an image that runs and is not in the catalogue. */
@FunctionalInterface
public interface ImagePlatforms {

    /**
     * The digests of the images in an index; of the image of one platform its own.
     *
     * @param name registry and repository
     * @return empty if that cannot be told
     */
    List<Digest> of(String name, Digest digest);
}
