package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import org.jspecify.annotations.Nullable;

/**
 * What scans of one image have in common, whatever tag or digest each of them names: {@code registry/repository} in
 * full, so that {@code nginx:1} and {@code docker.io/library/nginx:2} are one image. A text that is no reference stands
 * for itself.
 *
 * @param place at most {@value #LONGEST} characters; a longer one ends in its hash
 * @param tag null where the name has none
 */
public record ImageName(String place, @Nullable String tag) {
    /** As long as an image reference may be. */
    public static final int LONGEST = 512;

    /** What stands before tag and digest in a name as users write it. */
    public static ImageName of(String text) {
        try {
            ImageReference reference = ImageReference.parse(text);
            return new ImageName(reference.name(), reference.tag());
        } catch (IllegalArgumentException notAReference) {
            return new ImageName(BoundedText.key(text, LONGEST), null);
        }
    }
}
