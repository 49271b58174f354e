package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import org.jspecify.annotations.Nullable;

/** Says how each image was judged before, so that a report can show where it is going. */
@FunctionalInterface
public interface ImageTrends {

    /** The earlier scans of the image and this one; null if nobody knows, and then no trend is shown. */
    @Nullable
    Trend of(JudgedImage image);

    /** Nobody knows of earlier scans. */
    static ImageTrends none() {
        return image -> null;
    }
}
