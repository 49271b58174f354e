package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** G8: a run that is started while its source is in trouble fails again, or comes to nothing. */
final class SourceHealthy {
    private SourceHealthy() {}

    static GuardVerdict judge(ResubmissionCase it, SourcePicture picture) {
        List<String> unseen = new ArrayList<>();
        List<String> stale = new ArrayList<>();
        boolean scheduler = !picture.zoned();
        for (Component each : picture.components()) {
            boolean needed = each.kind() == Component.Kind.SCHEDULER || each.kind() == Component.Kind.SERVICE;
            scheduler |= each.kind() == Component.Kind.SCHEDULER;
            if (needed && Boolean.FALSE.equals(each.working())) {
                return Guard.SOURCE_HEALTHY.refuses(
                        each.name() + " does not work (" + each.detail() + "). " + each.howToFix());
            }
            if (needed && each.working() == null) {
                unseen.add(each.name());
            }
            if (each.kind() == Component.Kind.FEED && !Boolean.TRUE.equals(each.working())) {
                stale.add(each.name() + ": " + each.detail());
            }
        }
        String updating = picture.updating().stream()
                .filter(each -> each.zoneId() == null
                        || it.zoneId() == null
                        || each.zoneId().equals(it.zoneId()))
                .map(SourcePicture.Updating::what)
                .limit(3)
                .collect(Collectors.joining(", "));
        if (!updating.isEmpty()) {
            return Guard.SOURCE_HEALTHY.refuses(
                    "New plugins are taken in by " + updating + ": wait for the end of it.");
        }
        if (!scheduler || !unseen.isEmpty()) {
            return Guard.SOURCE_HEALTHY.asks("What starts runs cannot be seen with these credentials"
                    + (unseen.isEmpty() ? "." : ": " + String.join(", ", unseen) + "."));
        }
        return stale.isEmpty()
                ? Guard.SOURCE_HEALTHY.passes("What starts runs works, and nothing is being updated.")
                : Guard.SOURCE_HEALTHY.asks("Results may be of old data: " + String.join("; ", stale) + ".");
    }
}
