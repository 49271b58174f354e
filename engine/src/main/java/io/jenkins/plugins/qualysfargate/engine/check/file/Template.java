package io.jenkins.plugins.qualysfargate.engine.check.file;

import com.google.re2j.Pattern;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import io.jenkins.plugins.qualysfargate.engine.incident.Urgency;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a monitor may leave out, because the defaults of the file have it, or this program.
 *
 * @param schedule as it stands in the file: H is another value for each monitor; null for what the type of source has
 */
record Template(
        @Nullable Value schedule,
        DstPolicy dst,
        Windows windows,
        Thresholds thresholds,
        Care care,
        @Nullable Instant since,
        Set<String> tags,
        boolean enabled,
        boolean huge,
        @Nullable Pattern nameRule) {
    /** What holds if the file says nothing. */
    static final Template STANDARD = new Template(
            null,
            DstPolicy.RFC,
            Windows.DEFAULT,
            Thresholds.DEFAULT,
            new Care("", null, Urgency.ERROR, "", null, null),
            null,
            Set.of(),
            true,
            false,
            null);

    Template {
        tags = Set.copyOf(tags);
    }

    Template with(Care other) {
        return new Template(schedule, dst, windows, thresholds, other, since, tags, enabled, huge, nameRule);
    }

    Template withoutSchedule() {
        return new Template(null, dst, windows, thresholds, care, since, tags, enabled, huge, nameRule);
    }
}
