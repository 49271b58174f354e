package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.RunningImage;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.RunningImages;
import java.util.ArrayList;
import java.util.List;

/** What runs in several places. */
final class AllRunning {
    private AllRunning() {}

    static RunningImages of(List<RunningImages> places) {
        return () -> {
            List<RunningImage> all = new ArrayList<>();
            for (RunningImages each : places) {
                all.addAll(each.running());
            }
            return all;
        };
    }
}
