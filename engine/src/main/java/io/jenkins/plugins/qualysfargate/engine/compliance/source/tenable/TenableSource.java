package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scheduled scans of one Tenable.sc, as one user sees them. */
public final class TenableSource implements ScanSource {
    private final String id;
    private final TenableServer server;
    private final Transport transport;
    private final LoginBudget budget;
    private final Clock clock;
    private final ProgressMemory memory = new ProgressMemory();

    /**
     * @param id as monitors name it
     * @param transport must not follow redirects; see {@link Transport#withoutRedirects}
     * @param clock measures how far the clock of the server is off
     */
    public TenableSource(String id, TenableServer server, Transport transport, LoginBudget budget, Clock clock) {
        this.id = id;
        this.server = server;
        this.transport = transport;
        this.budget = budget;
        this.clock = clock;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Look look(Instant from, Instant now) {
        TenableClient client = new TenableClient(server, transport, clock);
        try (TenableSession session = TenableSession.open(client, budget)) {
            return new Look.Seen(observe(client, session, from, now));
        } catch (BlindException blind) {
            return blind.blind(id, now);
        }
    }

    private Observation observe(TenableClient client, TenableSession session, Instant from, Instant now)
            throws BlindException {
        Map<String, TenableDefinition> definitions = new LinkedHashMap<>();
        for (TenableDefinition each : session.ask(new FetchScanDefinitions())) {
            definitions.put(each.id(), each);
        }
        client.skew().check(server.rest().toString());
        SystemStatus status = askIfAllowed(session, new FetchStatus());
        List<Feed> feeds = askIfAllowed(session, new FetchFeed());
        List<Zone> zones = askIfAllowed(session, new FetchZones());
        // Dependent scans are due when others have finished, whenever those began.
        boolean dependents =
                definitions.values().stream().anyMatch(each -> each.timetable().parentId() != null);
        List<TenableResult> results = new CollectResults(session, memory).since(from, dependents);
        List<Component> components = new ArrayList<>();
        components.add(ServerComponents.api(client.version(), status, client.warnings()));
        components.add(ServerComponents.scheduler(status));
        for (Feed each : feeds == null ? List.<Feed>of() : feeds) {
            components.add(ServerComponents.feed(each, now.minus(server.feedMaxAge())));
        }
        components.addAll(ZoneComponents.of(zones, definitions.values()));
        return new Observation(
                id,
                now,
                from,
                new SubjectMaker(definitions, results).subjects(),
                new RunMaker(new Origins(definitions, results)).runs(results),
                List.of(),
                components,
                client.skew().ahead());
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
