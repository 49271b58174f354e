package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import org.jspecify.annotations.Nullable;

/** Says what each image was compared with, so that a report can mark single findings as new. */
@FunctionalInterface
public interface KnownFindings {

    /** What the image was compared with; null if with nothing, and then no finding is called new. */
    @Nullable
    Baseline of(JudgedImage image);

    /** No image was compared with anything. */
    static KnownFindings none() {
        return image -> null;
    }
}
