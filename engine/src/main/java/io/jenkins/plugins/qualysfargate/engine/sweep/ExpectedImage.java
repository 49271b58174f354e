package io.jenkins.plugins.qualysfargate.engine.sweep;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Instant;
import java.util.List;

/**
 * An image that somebody keeps or runs, so that a scan of it is expected.
 *
 * @param name registry and repository, as images are named in the history
 * @param digest of an index or of the image of one platform
 * @param since when it was pushed or started
 * @param scanned the digests whose scans answer for it: its own, or those of the platforms of the index; at least one
 */
public record ExpectedImage(String name, Digest digest, Instant since, List<Digest> scanned) {

    /** @throws IllegalArgumentException if no scan could ever answer for it */
    public ExpectedImage {
        scanned = List.copyOf(scanned);
        if (scanned.isEmpty()) {
            throw new IllegalArgumentException("an image is answered for by at least one scan");
        }
    }
}
