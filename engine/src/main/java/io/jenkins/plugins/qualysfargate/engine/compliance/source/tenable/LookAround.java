package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks one session for definitions and for the parts that runs depend on; what a user may not see is left out, and said. */
final class LookAround {
    private final TenableClient client;
    private final TenableServer server;
    private final Map<String, TenableDefinition> definitions = new LinkedHashMap<>();
    private final @Nullable SystemStatus status;
    private final List<Feed> feeds;
    private final @Nullable List<Zone> zones;

    /** @throws BlindException also if the clocks are too far apart */
    LookAround(TenableClient client, TenableSession session) throws BlindException {
        this.client = client;
        this.server = client.server();
        for (TenableDefinition each : session.ask(new FetchScanDefinitions())) {
            definitions.put(each.id(), each);
        }
        client.skew().check(server.rest().toString());
        status = askIfAllowed(session, new FetchStatus());
        List<Feed> seen = askIfAllowed(session, new FetchFeed());
        feeds = seen == null ? List.of() : seen;
        zones = askIfAllowed(session, new FetchZones());
    }

    Map<String, TenableDefinition> definitions() {
        return definitions;
    }

    /** @param at when the look began, and from when on it covers runs */
    Observation observation(String sourceId, Span at, List<TenableResult> results) {
        return new Observation(
                sourceId,
                at.now(),
                at.from(),
                new SubjectMaker(definitions, results).subjects(),
                new RunMaker(new Origins(definitions, results)).runs(results),
                List.of(),
                components(at.now()),
                client.skew().ahead());
    }

    record Span(Instant from, Instant now) {}

    private List<Component> components(Instant now) {
        List<Component> components = new ArrayList<>();
        components.add(ServerComponents.api(client.version(), status, client.warnings()));
        components.add(ServerComponents.scheduler(status));
        for (Feed each : feeds) {
            components.add(ServerComponents.feed(each, now.minus(server.feedMaxAge())));
        }
        components.addAll(ZoneComponents.of(zones, definitions.values()));
        return components;
    }

    /** Feeds and scanners that take in new plugins now. */
    List<TenableOverview.Updating> updating() {
        List<TenableOverview.Updating> updating = new ArrayList<>();
        for (Feed each : feeds) {
            if (each.updating()) {
                updating.add(new TenableOverview.Updating("the feed '" + each.id() + "'", null));
            }
        }
        for (Zone zone : zones == null ? List.<Zone>of() : zones) {
            for (Zone.Scanner each : zone.scanners() == null ? List.<Zone.Scanner>of() : zone.scanners()) {
                if (each.status() != null && each.status().updatesPlugins()) {
                    updating.add(new TenableOverview.Updating("the scanner " + each.name(), zone.id()));
                }
            }
        }
        return updating;
    }

    /** Null if this user may not see it: the health of the server helps to explain, and its scans can be judged without. */
    private static <T> @Nullable T askIfAllowed(TenableSession session, TenableCall<T> question) throws BlindException {
        try {
            return session.ask(question);
        } catch (TenableErrorException refused) {
            if (refused.forbidden()) {
                return null;
            }
            throw refused;
        }
    }
}
