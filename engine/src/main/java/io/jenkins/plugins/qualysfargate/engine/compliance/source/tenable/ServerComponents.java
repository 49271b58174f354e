package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component.Kind;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tenable.sc itself as components: what starts scans, the data that they use, and what it warns of. */
final class ServerComponents {
    private static final Map<String, String> FEEDS = Map.of("sc", "Tenable.sc feed", "active", "plugin feed");

    private ServerComponents() {}

    /** @param status null if the user may not see it */
    static Component scheduler(@Nullable SystemStatus status) {
        if (status == null || status.jobd().isEmpty()) {
            return new Component(
                    Kind.SCHEDULER,
                    "jobd",
                    "job scheduler (jobd)",
                    null,
                    "not visible",
                    "To see it, use the API key of a user who may see the status of the system.");
        }
        boolean running = status.jobd().equals("Running");
        return new Component(
                Kind.SCHEDULER,
                "jobd",
                "job scheduler (jobd)",
                running,
                "jobd: " + status.jobd(),
                running
                        ? ""
                        : "Start jobd again (Tenable.sc, System, Diagnostics): no scheduled scan starts without it.");
    }

    /** @param oldest when it must have been updated since */
    static Component feed(Feed feed, Instant oldest) {
        Boolean working = fresh(feed, oldest);
        String state = working == null ? "age not visible" : working ? "fresh" : "stale";
        String updated = feed.updatedAt() == null ? "" : ", updated " + feed.updatedAt();
        String detail = state
                + updated
                + (feed.updating() ? ", being updated" : "")
                + (feed.subscription().isEmpty() ? "" : ", subscription " + feed.subscription());
        return new Component(
                Kind.FEED,
                feed.id(),
                FEEDS.getOrDefault(feed.id(), feed.id()),
                working,
                detail,
                Boolean.FALSE.equals(working)
                        ? "Update the feed (Tenable.sc, System, Configuration, Plugins/Feed), and see whether its"
                                + " subscription is valid and its site reachable."
                        : "");
    }

    private static @Nullable Boolean fresh(Feed feed, Instant oldest) {
        if (Boolean.TRUE.equals(feed.stale())
                || (feed.updatedAt() != null && feed.updatedAt().isBefore(oldest))) {
            return false;
        }
        return feed.stale() == null ? null : true;
    }

    /** It has answered, so it works; says what else it said. */
    static Component api(String version, @Nullable SystemStatus status, List<String> warnings) {
        String licence = status == null || status.licence().isEmpty() ? "" : "licence " + status.licence();
        String warned = warnings.isEmpty() ? "" : "it warns: " + String.join("; ", warnings);
        return new Component(
                Kind.SERVICE,
                "api",
                ForeignLine.of("Tenable.sc " + version, 60),
                true,
                ForeignLine.of(licence.isEmpty() || warned.isEmpty() ? licence + warned : licence + "; " + warned),
                "");
    }
}
