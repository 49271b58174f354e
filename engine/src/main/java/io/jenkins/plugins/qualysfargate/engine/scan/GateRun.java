package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run gave: the outcome, and for each image what it was compared with and where it was recorded.
 *
 * @param baselines only of images that were compared with something
 * @param scanIds only of images that were recorded
 */
public record GateRun(GateOutcome outcome, Map<JudgedImage, Baseline> baselines, Map<JudgedImage, ScanId> scanIds) {
    public GateRun {
        baselines = Map.copyOf(baselines);
        scanIds = Map.copyOf(scanIds);
    }

    static GateRun of(List<JudgedImage> images, Archive archive) {
        Map<JudgedImage, Baseline> baselines = new HashMap<>();
        Map<JudgedImage, ScanId> scanIds = new HashMap<>();
        for (JudgedImage image : images) {
            Baseline baseline = archive.comparedWith(image);
            if (baseline != null) {
                baselines.put(image, baseline);
            }
            ScanId id = archive.idOf(image);
            if (id != null) {
                scanIds.put(image, id);
            }
        }
        return new GateRun(new GateOutcome(images), baselines, scanIds);
    }

    /** What the image was compared with; null if with nothing. */
    public @Nullable Baseline baselineOf(JudgedImage image) {
        return baselines.get(image);
    }

    /** The image's place in the history; null if it was not recorded. */
    public @Nullable ScanId scanIdOf(JudgedImage image) {
        return scanIds.get(image);
    }
}
