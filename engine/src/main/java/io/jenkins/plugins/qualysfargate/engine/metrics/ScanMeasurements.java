package io.jenkins.plugins.qualysfargate.engine.metrics;

import io.jenkins.plugins.qualysfargate.engine.metrics.Measurement.Unit;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The figures that a run leaves: for all images together, and for each repository, so that a panel can show either. */
public final class ScanMeasurements {
    private ScanMeasurements() {}

    /** Nothing is left out because it is zero: an alarm on a missing figure must mean that nothing ran. */
    public static List<Measurement> of(List<JudgedImage> images) {
        List<Measurement> all = new ArrayList<>();
        for (JudgedImage image : images) {
            addTo(all, image, Map.of());
            String repository = repository(image.name());
            if (repository != null) {
                addTo(all, image, Map.of("Repository", repository));
            }
        }
        return all;
    }

    private static void addTo(List<Measurement> all, JudgedImage image, Map<String, String> dimensions) {
        VerdictKind kind = image.verdict().kind();
        add(all, image, dimensions, "ScanCompleted", kind == VerdictKind.INDETERMINATE ? 0 : 1);
        add(all, image, dimensions, "ScanPassed", kind == VerdictKind.PASS ? 1 : 0);
        add(all, image, dimensions, "ScanFailed", kind == VerdictKind.FAIL ? 1 : 0);
        add(all, image, dimensions, "ScanIndeterminate", kind == VerdictKind.INDETERMINATE ? 1 : 0);
        SeverityCounts counts = image.judgement().counts();
        if (counts != null) {
            // A number that nobody knows is no zero, so it is not sent.
            add(all, image, dimensions, "VulnerabilityCount", (double) counts.total());
        }
    }

    private static void add(
            List<Measurement> all, JudgedImage image, Map<String, String> dimensions, String name, double value) {
        all.add(new Measurement(name, value, Unit.COUNT, dimensions, image.judgedAt()));
    }

    private static @Nullable String repository(@Nullable String name) {
        try {
            return name == null ? null : ImageReference.parse(name).repository();
        } catch (IllegalArgumentException notAReference) {
            return null;
        }
    }
}
