package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScannedImage;
import org.jspecify.annotations.Nullable;

/** Which image is judged, as far as the one who asks knows it; what is null is filled in from the report. */
public record Subject(
        @Nullable String name,
        @Nullable Digest digest,
        @Nullable Platform platform) {
    /** Whatever the report is about. */
    public static final Subject UNKNOWN = new Subject(null, null, null);

    Subject orElse(ScannedImage reported) {
        return new Subject(
                name != null ? name : reported.name(),
                digest != null ? digest : reported.digest(),
                platform != null ? platform : reported.platform());
    }
}
