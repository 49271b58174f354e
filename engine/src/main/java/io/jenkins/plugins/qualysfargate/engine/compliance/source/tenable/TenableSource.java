package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

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
        LookAround around = new LookAround(client, session);
        // Dependent scans are due when others have finished, whenever those began.
        boolean dependents = around.definitions().values().stream()
                .anyMatch(each -> each.timetable().parentId() != null);
        List<TenableResult> results = new CollectResults(session, memory).since(from, dependents);
        return around.observation(id, new LookAround.Span(from, now), results);
    }
}
