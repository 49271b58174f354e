package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run gave: the outcome, and for each image what it was compared with.
 *
 * @param baselines only of images that were compared with something
 */
public record GateRun(GateOutcome outcome, Map<JudgedImage, Baseline> baselines) {
    public GateRun {
        baselines = Map.copyOf(baselines);
    }

    static GateRun of(List<JudgedImage> images, Archive archive) {
        Map<JudgedImage, Baseline> baselines = new HashMap<>();
        for (JudgedImage image : images) {
            Baseline baseline = archive.comparedWith(image);
            if (baseline != null) {
                baselines.put(image, baseline);
            }
        }
        return new GateRun(new GateOutcome(images), baselines);
    }

    /** What the image was compared with; null if with nothing. */
    public @Nullable Baseline baselineOf(JudgedImage image) {
        return baselines.get(image);
    }
}
