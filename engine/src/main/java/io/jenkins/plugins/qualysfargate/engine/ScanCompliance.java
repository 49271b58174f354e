package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.check.CheckCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.CheckSetup;
import io.jenkins.plugins.qualysfargate.engine.check.CheckedSource;
import io.jenkins.plugins.qualysfargate.engine.check.IncidentDesk;
import io.jenkins.plugins.qualysfargate.engine.check.LedgerLoginBudget;
import io.jenkins.plugins.qualysfargate.engine.check.OccurrenceEntries;
import io.jenkins.plugins.qualysfargate.engine.check.PauseDesk;
import io.jenkins.plugins.qualysfargate.engine.check.Rewound;
import io.jenkins.plugins.qualysfargate.engine.check.TrackDesk;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OwedFrom;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.connection.SourceConnections;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalations;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentActions;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;

/**
 * The check of scheduled scans as front ends use it: turns, what people do about what they found, and what is on record. Nothing
 * happens before it is asked; may be called from any thread.
 */
public final class ScanCompliance implements AutoCloseable {
    private final ComplianceSettings settings;
    private final Ledger ledger;
    private final SourceConnections connections;
    private final CheckCompliance check;
    private final IncidentDesk incidents;
    private final Clock clock;

    /**
     * @param ledger where everything is kept; closed together with this
     * @param executor on which sources are looked at, several at once
     * @throws IllegalArgumentException if the settings want what the engine has not got, for example a scan history
     */
    public ScanCompliance(
            ComplianceEngine engine,
            ComplianceSettings settings,
            CredentialLookup credentials,
            Ledger ledger,
            Executor executor) {
        this(engine, settings, credentials, ledger, new Way(executor, OwedFrom.SEEN, source -> source));
    }

    /**
     * How it is checked.
     *
     * @param executor on which sources are looked at, several at once
     * @param owedFrom since when what is seen for the first time is owed
     * @param around what is done to each source, for example {@link Rewound}
     */
    public record Way(Executor executor, OwedFrom owedFrom, UnaryOperator<ScanSource> around) {}

    /**
     * The same in another way.
     *
     * @throws IllegalArgumentException if the settings want what the engine has not got, for example a scan history
     */
    public ScanCompliance(
            ComplianceEngine engine,
            ComplianceSettings settings,
            CredentialLookup credentials,
            Ledger ledger,
            Way way) {
        EngineSettings around = engine.settings();
        this.settings = settings;
        this.ledger = ledger;
        this.clock = around.clock();
        this.connections = new SourceConnections(
                credentials,
                source -> new LedgerLoginBudget(ledger, source, around.clock()),
                engine.awsSettings(),
                around.http(),
                engine.history().orElse(null),
                around.clock());
        Escalations escalations = escalations(settings.escalations());
        CheckSetup setup = new CheckSetup(
                settings.monitors(),
                settings.sources().stream()
                        .map(connections::of)
                        .map(each -> new CheckedSource(
                                way.around().apply(each.source()), each.every(), each.patience(), each.care()))
                        .toList(),
                settings.incidents(),
                escalations,
                settings.maintenance(),
                way.owedFrom(),
                CheckSetup.KEPT);
        this.check = new CheckCompliance(setup, ledger, way.executor(), clock);
        this.incidents = new IncidentDesk(ledger, new IncidentActions(settings.incidents(), escalations), clock);
    }

    private static Escalations escalations(List<Escalation> all) {
        Map<String, Escalation> byName = new LinkedHashMap<>();
        all.forEach(each -> byName.put(each.name(), each));
        Escalation first = all.isEmpty() ? Escalation.once(CheckSetup.NOBODY, List.of(CheckSetup.NOBODY)) : all.get(0);
        return new Escalations(byName, first);
    }

    public ComplianceSettings settings() {
        return settings;
    }

    /** A turn that looks at the sources whose time has come; what people are told is saved with it. */
    public CheckOutcome turn() {
        return check.turn();
    }

    /** A turn that looks at all sources now. */
    public CheckOutcome lookNow() {
        return check.lookNow();
    }

    /** What people do with incidents. */
    public IncidentDesk incidents() {
        return incidents;
    }

    /** What people do about times in which failures are expected. */
    public PauseDesk pauses() {
        return new PauseDesk(ledger, clock, check::refresh);
    }

    /** What people do about subjects that are owed no more. */
    public TrackDesk tracks() {
        return new TrackDesk(ledger, clock, check::forget);
    }

    /** The occurrences of one subject that were due since then, the earliest first. */
    public List<Occurrence> occurrences(TrackKey track, Instant dueFrom, int limit) {
        return OccurrenceEntries.list(ledger, track, dueFrom, limit);
    }

    /** Where everything is kept. */
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public void close() {
        connections.close();
        ledger.close();
    }
}
