package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The images of one Anchore, as one user sees them. */
public final class AnchoreSource implements ScanSource {
    private final String id;
    private final AnchoreServer server;
    private final AnchoreRule rule;
    private final Transport transport;
    private final LoginBudget budget;
    private final Clock clock;

    /**
     * @param id as monitors name it
     * @param server what is asked, and what is expected of it
     * @param transport must not follow redirects; see {@link Transport#withoutRedirects}
     * @param clock measures how far the clock of the server is off
     */
    public AnchoreSource(String id, AskedAnchore server, Transport transport, LoginBudget budget, Clock clock) {
        this.id = id;
        this.server = server.server();
        this.rule = server.rule();
        this.transport = transport;
        this.budget = budget;
        this.clock = clock;
    }

    /** An Anchore, and what is expected of it. */
    public record AskedAnchore(AnchoreServer server, AnchoreRule rule) {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public Look look(Instant from, Instant now) {
        AnchoreClient client = new AnchoreClient(server, transport, budget, clock);
        try {
            return new Look.Seen(observe(new AnchoreCalls(client), from, now));
        } catch (BlindException blind) {
            return blind.blind(id, now);
        }
    }

    private Observation observe(AnchoreCalls calls, Instant from, Instant now) throws BlindException {
        List<Component> components = new ArrayList<>(services(calls));
        Duration ahead = calls.client().skew().ahead();
        calls.client().skew().check(server.base().toString());
        Instant theirs = ahead == null ? now : now.plus(ahead);
        FeedStates feeds = feeds(calls, theirs);
        components.addAll(feeds.components());
        ImageConditions images = new ImageConditions(calls, rule, feeds, theirs);
        images.look();
        return new Observation(
                id,
                now,
                from,
                images.subjects(),
                List.of(),
                images.conditions(),
                components,
                calls.client().skew().ahead());
    }

    private static List<Component> services(AnchoreCalls calls) throws BlindException {
        try {
            return ServiceComponents.of(calls.services());
        } catch (AnchoreErrorException refused) {
            if (refused.forbidden()) {
                return List.of(ServiceComponents.unseen(refused.situation()));
            }
            throw refused;
        }
    }

    private FeedStates feeds(AnchoreCalls calls, Instant theirs) throws BlindException {
        try {
            return FeedStates.of(calls.feeds(), rule, theirs);
        } catch (AnchoreErrorException refused) {
            if (refused.forbidden()) {
                return FeedStates.unseen(refused.situation());
            }
            throw refused;
        }
    }
}
