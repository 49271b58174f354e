package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ClockSkew;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scans of one Tenable.sc for whoever runs one again. What changes something is sent once and never repeated. */
public final class TenableScans {
    private final TenableServer server;
    private final Transport transport;
    private final LoginBudget budget;
    private final Clock clock;

    /**
     * @param transport must not follow redirects; see {@link Transport#withoutRedirects}
     * @param budget the one of the source, because the account is the same
     */
    public TenableScans(TenableServer server, Transport transport, LoginBudget budget, Clock clock) {
        this.server = server;
        this.transport = transport;
        this.budget = budget;
        this.clock = clock;
    }

    /** Starts a scan. Save the intent first: the server may start it and the answer may be lost. */
    public TenableLaunch launch(String scanId) {
        LaunchScan launch = new LaunchScan(scanId);
        try (TenableSession session = open()) {
            return launched(session, launch);
        } catch (BlindException notOpened) {
            return new TenableLaunch.NotLaunched(notOpened.situation(), notOpened.howToFix());
        }
    }

    private static TenableLaunch launched(TenableSession session, LaunchScan launch) {
        try {
            return new TenableLaunch.Accepted(session.ask(launch));
        } catch (BlindException failure) {
            boolean surelyNot = failure.loginRefused()
                    || (failure instanceof TenableErrorException refused && refused.nothingDone());
            return surelyNot
                    ? new TenableLaunch.NotLaunched(failure.situation(), failure.howToFix())
                    : new TenableLaunch.Unclear(
                            failure.situation(),
                            "It may have been launched all the same: look for a result of this scan that was created since,"
                                    + " and launch it again only if there is none.");
        }
    }

    /**
     * The result with its progress; empty if there is none (any more).
     *
     * @throws BlindException if the server does not say
     */
    public Optional<TenableResult> result(String resultId) throws BlindException {
        return find(new FetchScanResult(resultId));
    }

    /**
     * Every result that is under way, whenever it was created and in whichever zone, without progress. One without a definition
     * may be in any zone.
     *
     * @throws BlindException if the server does not say
     */
    public List<TenableResult> activeResults() throws BlindException {
        return ask(FetchScanResults.running());
    }

    /**
     * Every result that was created since then, without progress; some older ones may be among them, because the clock of the
     * server may be behind.
     *
     * @throws BlindException if the server does not say
     */
    public List<TenableResult> resultsSince(Instant from) throws BlindException {
        return ask(FetchScanResults.since(from.minus(ClockSkew.TOO_FAR)));
    }

    /**
     * Everything at one moment that a launch could get in the way of.
     *
     * @param sourceId as monitors name the source
     * @param from runs that were created earlier, and have ended, may be missing
     * @throws BlindException if the server does not say all of it
     */
    public TenableOverview overview(String sourceId, Instant from, Instant now) throws BlindException {
        TenableClient client = new TenableClient(server, transport, clock);
        try (TenableSession session = TenableSession.open(client, budget)) {
            LookAround around = new LookAround(client, session);
            Map<String, TenableResult> results = new LinkedHashMap<>();
            List<TenableResult> running = session.ask(FetchScanResults.running());
            running.forEach(each -> results.put(each.id(), each));
            session.ask(FetchScanResults.since(from.minus(ClockSkew.TOO_FAR)))
                    .forEach(each -> results.put(each.id(), each));
            List<TenableResult> all = List.copyOf(results.values());
            return new TenableOverview(
                    around.observation(sourceId, new LookAround.Span(from, now), all),
                    List.copyOf(around.definitions().values()),
                    all.stream().filter(each -> underWay(each, running)).toList(),
                    around.updating());
        }
    }

    /** A word that is not known here does not keep a zone busy for ever, once its run has an end. */
    private static boolean underWay(TenableResult result, List<TenableResult> running) {
        return result.mayChange()
                && (result.finishedAt() == null
                        || running.stream().anyMatch(each -> each.id().equals(result.id())));
    }

    /**
     * Every definition that the user may see.
     *
     * @throws BlindException if the server does not say
     */
    public List<TenableDefinition> definitions() throws BlindException {
        return ask(new FetchScanDefinitions());
    }

    /**
     * The definition as it is now; empty if there is none (any more).
     *
     * @throws BlindException if the server does not say
     */
    public Optional<TenableDefinition> definition(String scanId) throws BlindException {
        return find(new FetchScanDefinition(scanId));
    }

    /**
     * Pauses, resumes or stops a run; its result tells later whether it obeys.
     *
     * @throws BlindException if the server did not accept it, or did not say that it did
     */
    public void control(String resultId, TenableControl control) throws BlindException {
        ask(new ControlScan(resultId, control));
    }

    private <T> Optional<T> find(TenableCall<T> question) throws BlindException {
        try {
            return Optional.of(ask(question));
        } catch (TenableErrorException refused) {
            if (refused.missing()) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private <T> T ask(TenableCall<T> question) throws BlindException {
        try (TenableSession session = open()) {
            return session.ask(question);
        }
    }

    private TenableSession open() throws BlindException {
        return TenableSession.open(new TenableClient(server, transport, clock), budget);
    }
}
