package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Patience;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What people ask an Anchore: states, feeds, events, images. Each question is bounded, and ends in a {@link BlindException} that
 * says what to do if there is no whole answer; a refused login ends it at once.
 */
public final class AnchoreService {
    private final AnchoreServer server;
    private final Transport transport;
    private final LoginBudget budget;
    private final Clock clock;
    private final Patience patience;

    /**
     * @param transport must not follow redirects; see {@link Transport#withoutRedirects}
     * @param patience lets the time pass that a wait takes by the clock
     */
    public AnchoreService(
            AnchoreServer server, Transport transport, LoginBudget budget, Clock clock, Patience patience) {
        this.server = server;
        this.transport = transport;
        this.budget = budget;
        this.clock = clock;
        this.patience = patience;
    }

    /** Each service on each host. */
    public List<ServiceHost> status() throws BlindException {
        return calls().services();
    }

    public List<AnchoreFeed> feeds() throws BlindException {
        return calls().feeds();
    }

    /** Newest first, as Anchore gives them. */
    public List<AnchoreEvent> events(EventQuery query) throws BlindException {
        return calls().events(query);
    }

    /** @throws IllegalArgumentException if no event has such an id */
    public AnchoreEvent event(String id) throws BlindException {
        return calls().event(id);
    }

    public List<AnchoreErrorCode> errorCodes() throws BlindException {
        return calls().errorCodes();
    }

    public List<AnchoreImage> images() throws BlindException {
        return calls().images();
    }

    public AnchoreImage image(Digest digest) throws BlindException {
        return calls().image(digest);
    }

    /**
     * Has an image analysed.
     *
     * @param name {@code registry/repository:tag}
     * @param force also if it was analysed before
     */
    public Digest add(String name, boolean force) throws BlindException {
        return calls().add(name, force);
    }

    /**
     * Waits until an analysis ends well or not.
     *
     * @param limit after this long the answer is that the time was over
     * @param interval between two questions
     */
    public AnchoreWait await(Digest digest, Duration limit, Duration interval)
            throws BlindException, InterruptedException {
        Deadline until = new Deadline(clock, limit, interval);
        while (true) {
            AnchoreImage image = image(digest);
            switch (AnalysisWord.of(image.analysisStatus())) {
                case ANALYZED -> {
                    return new AnchoreWait(image, AnchoreWait.Ending.ANALYZED, null);
                }
                case FAILED -> {
                    return new AnchoreWait(
                            image,
                            AnchoreWait.Ending.FAILED,
                            FailureEvents.ask(calls()).of(image));
                }
                case UNRECOGNISED -> {
                    return new AnchoreWait(image, AnchoreWait.Ending.UNRECOGNISED, null);
                }
                case WAITING, ANALYZING -> {
                    if (until.reached()) {
                        return new AnchoreWait(
                                image,
                                AnchoreWait.Ending.TIMED_OUT,
                                FailureEvents.ask(calls()).of(image));
                    }
                }
            }
            patience.pass(interval);
        }
    }

    /**
     * Waits until Anchore itself is ready: the API answers, services are up, feeds are synced. What may pass is waited for; a
     * refused login, a missing right and a wrong address are not.
     *
     * @param rule which feeds count
     * @param limit after this long the answer is what is missing
     * @param interval between two questions
     */
    public SystemWait awaitSystem(AnchoreRule rule, Duration limit, Duration interval)
            throws BlindException, InterruptedException {
        Deadline until = new Deadline(clock, limit, interval);
        while (true) {
            List<String> missing = missing(rule);
            if (missing.isEmpty() || until.reached()) {
                return new SystemWait(missing.isEmpty(), missing);
            }
            patience.pass(interval);
        }
    }

    /** What analyses depend on: each service, and each feed that counts. */
    public List<Component> components(AnchoreRule rule) throws BlindException {
        AnchoreCalls calls = calls();
        List<Component> components = new ArrayList<>(ServiceComponents.of(calls.services()));
        components.addAll(FeedStates.of(calls.feeds(), rule, clock.instant()).components());
        return components;
    }

    private List<String> missing(AnchoreRule rule) throws BlindException {
        List<Component> components;
        try {
            components = components(rule);
        } catch (AnchoreErrorException refused) {
            if (refused.status() < 500 && refused.status() != 429) {
                throw refused;
            }
            return List.of(refused.situation());
        } catch (BlindException unanswered) {
            if (unanswered.loginRefused()) {
                throw unanswered;
            }
            return List.of(unanswered.situation());
        }
        return components.stream()
                .filter(each -> !Boolean.TRUE.equals(each.working()))
                .map(each -> each.name() + ": " + each.detail() + ".")
                .toList();
    }

    private AnchoreCalls calls() {
        return new AnchoreCalls(new AnchoreClient(server, transport, budget, clock));
    }
}
