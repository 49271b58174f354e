package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.check.CheckCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.CheckSetup;
import io.jenkins.plugins.qualysfargate.engine.check.CheckedSource;
import io.jenkins.plugins.qualysfargate.engine.check.IncidentDesk;
import io.jenkins.plugins.qualysfargate.engine.check.LedgerChannelMemory;
import io.jenkins.plugins.qualysfargate.engine.check.LedgerLoginBudget;
import io.jenkins.plugins.qualysfargate.engine.check.LedgerReceipts;
import io.jenkins.plugins.qualysfargate.engine.check.OccurrenceEntries;
import io.jenkins.plugins.qualysfargate.engine.check.PauseDesk;
import io.jenkins.plugins.qualysfargate.engine.check.Rewound;
import io.jenkins.plugins.qualysfargate.engine.check.SettingsRecord;
import io.jenkins.plugins.qualysfargate.engine.check.TrackDesk;
import io.jenkins.plugins.qualysfargate.engine.check.file.ComplianceSettings;
import io.jenkins.plugins.qualysfargate.engine.check.file.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.check.file.ScanZone;
import io.jenkins.plugins.qualysfargate.engine.check.file.SourceOptions;
import io.jenkins.plugins.qualysfargate.engine.check.file.SourceSettings;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OwedFrom;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreService;
import io.jenkins.plugins.qualysfargate.engine.connection.ChannelConnections;
import io.jenkins.plugins.qualysfargate.engine.connection.CoverageView;
import io.jenkins.plugins.qualysfargate.engine.connection.SourceConnections;
import io.jenkins.plugins.qualysfargate.engine.connection.StandIns;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalations;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentActions;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.channel.Heartbeat;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.outbox.Channel;
import io.jenkins.plugins.qualysfargate.engine.outbox.Delivery;
import io.jenkins.plugins.qualysfargate.engine.outbox.DeliveryCount;
import io.jenkins.plugins.qualysfargate.engine.outbox.DeliverySettings;
import io.jenkins.plugins.qualysfargate.engine.outbox.UndeliverableException;
import io.jenkins.plugins.qualysfargate.engine.resubmit.Controllers;
import io.jenkins.plugins.qualysfargate.engine.resubmit.IncidentRemarks;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ResubmissionSetup;
import io.jenkins.plugins.qualysfargate.engine.resubmit.Resubmissions;
import io.jenkins.plugins.qualysfargate.engine.resubmit.StartRules;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The check of scheduled scans as front ends use it: turns, what people do about what they found, and what is on record. Nothing
 * happens before it is asked; may be called from any thread.
 */
public final class ScanCompliance implements AutoCloseable {
    private final ComplianceSettings settings;
    private final Ledger ledger;
    private final SourceConnections connections;
    private final ChannelConnections channels;
    private final Delivery delivery;
    private final List<Heartbeat> heartbeats;
    private final CheckCompliance check;
    private final IncidentDesk incidents;
    private final Resubmissions resubmissions;
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
        this(engine, settings, credentials, ledger, Way.plain(executor, OwedFrom.SEEN));
    }

    /**
     * How it is checked.
     *
     * @param executor on which sources are looked at, several at once
     * @param owedFrom since when what is seen for the first time is owed
     * @param around what is done to each source, for example {@link Rewound}
     * @param clock by which it is evaluated, if that is another one than that of the engine; null if not
     * @param controllers who else may start runs; null for whoever shares the engine's stores
     */
    public record Way(
            Executor executor,
            OwedFrom owedFrom,
            UnaryOperator<ScanSource> around,
            @Nullable Clock clock,
            @Nullable Controllers controllers) {

        /** As it is, by the engine's clock. */
        public static Way plain(Executor executor, OwedFrom owedFrom) {
            return new Way(executor, owedFrom, source -> source, null, null);
        }
    }

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
        this.clock = way.clock() == null ? around.clock() : way.clock();
        this.connections = sources(engine, credentials, ledger);
        this.channels = channels(engine, credentials, ledger);
        Map<String, Channel> told = channels.of(settings.channels());
        this.delivery = new Delivery(
                ledger.outbox(), told, DeliverySettings.DEFAULT, StandIns.among(settings.channels()), around.clock());
        this.heartbeats = channels.heartbeats(settings.channels());
        Escalations escalations = escalations(settings.escalations());
        this.check = new CheckCompliance(setup(escalations, way), ledger, way.executor(), clock);
        this.incidents = new IncidentDesk(ledger, new IncidentActions(settings.incidents(), escalations), clock);
        this.resubmissions = new Resubmissions(
                resubmission(way.controllers() == null ? controllers(engine) : way.controllers()),
                ledger,
                check::standing,
                new IncidentRemarks(incidents),
                clock);
    }

    private static SourceConnections sources(ComplianceEngine engine, CredentialLookup credentials, Ledger ledger) {
        EngineSettings around = engine.settings();
        return new SourceConnections(
                credentials,
                source -> new LedgerLoginBudget(ledger, source, around.clock()),
                engine.awsSettings(),
                around.http(),
                engine.history().orElse(null),
                around.clock());
    }

    private static ChannelConnections channels(ComplianceEngine engine, CredentialLookup credentials, Ledger ledger) {
        EngineSettings around = engine.settings();
        return new ChannelConnections(
                credentials,
                engine.awsSettings(),
                around.http(),
                new LedgerChannelMemory(ledger, around.clock()),
                new LedgerReceipts(ledger),
                around.clock());
    }

    private CheckSetup setup(Escalations escalations, Way way) {
        return new CheckSetup(
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

    /** What is started again, and what became of it; its {@link Resubmissions#turn} is to be called after each of the check's. */
    public Resubmissions resubmissions() {
        return resubmissions;
    }

    /** Who keeps everything in one account takes turns by leases. */
    private static Controllers controllers(ComplianceEngine engine) {
        AwsUse aws = engine.settings().aws();
        return aws == null || aws.stores() == null
                ? Controllers.onlyOne()
                : Controllers.sharing(engine.fleet().leases(), UUID.randomUUID().toString());
    }

    private ResubmissionSetup resubmission(Controllers controllers) {
        Map<String, List<ScanZone>> zones = new LinkedHashMap<>();
        for (SourceSettings each : settings.sources()) {
            if (each.options() instanceof SourceOptions.Tenable it) {
                zones.put(each.id(), it.zones());
            }
        }
        return new ResubmissionSetup(
                settings.resubmission(),
                connections.makeUps(settings.sources()),
                zones,
                settings.maintenance(),
                StartRules.DEFAULT,
                controllers);
    }

    /** Tries the messages that wait; what a channel never takes, another one takes over. */
    public DeliveryCount deliver() {
        return delivery.deliverDue();
    }

    /**
     * Gives the signs of life that are configured, if every source was seen: who could not look everywhere falls silent.
     *
     * @return what could not be given, a sentence each
     */
    public List<String> beat(CheckOutcome outcome) {
        List<String> failures = new ArrayList<>();
        if (outcome.sources().stream().allMatch(each -> each.blindBecause() == null)) {
            for (Heartbeat each : heartbeats) {
                try {
                    each.beat();
                } catch (UndeliverableException unheard) {
                    failures.add(String.valueOf(unheard.getMessage()));
                }
            }
        }
        return failures;
    }

    /** Puts on record by which file it is checked, if that is another one than before. */
    public void recordSettings(String file, String text, String who) {
        new SettingsRecord(ledger, clock).record(file, text, settings.monitors().size(), who);
    }

    /**
     * An Anchore of the file, to be asked one question after another.
     *
     * @param id of the source; null for the only one of its type
     * @throws IllegalArgumentException if there is no such source, or several to choose from, or its credentials are missing
     */
    public AnchoreService anchore(@Nullable String id) {
        List<SourceSettings> found = settings.sources().stream()
                .filter(each -> each.options() instanceof SourceOptions.Anchore)
                .filter(each -> id == null || each.id().equals(id))
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("The file has " + found.size() + " sources of type anchore"
                    + (id == null ? "" : " named " + id) + "; name one of them");
        }
        return connections.anchore(found.get(0));
    }

    /** How much is covered, for each source that counts it. */
    public List<CoverageView> coverage() throws BlindException {
        List<CoverageView> views = new ArrayList<>();
        for (SourceSettings each : settings.sources()) {
            if (each.options() instanceof SourceOptions.GuardDuty || each.options() instanceof SourceOptions.Images) {
                views.add(connections.coverage(each));
            }
        }
        return views;
    }

    /**
     * Asks a source again whose logins were refused, because somebody has mended its credentials.
     *
     * @throws IllegalArgumentException if there is no such source
     */
    public void allowLogins(String source, Pause.By by) {
        if (settings.sources().stream().noneMatch(each -> each.id().equals(source))) {
            throw new IllegalArgumentException("The file has no source '" + source + "'");
        }
        new LedgerLoginBudget(ledger, source, clock).allow(by);
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
        channels.close();
        ledger.close();
    }
}
