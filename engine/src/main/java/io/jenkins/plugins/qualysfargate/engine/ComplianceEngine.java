package io.jenkins.plugins.qualysfargate.engine;

import io.jenkins.plugins.qualysfargate.engine.alert.AnnouncingHistory;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.ledger.TableLedger;
import io.jenkins.plugins.qualysfargate.engine.aws.notify.SnsChannel;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.ledger.H2Ledger;
import io.jenkins.plugins.qualysfargate.engine.ledger.Ledger;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.outbox.DeliveryCount;
import io.jenkins.plugins.qualysfargate.engine.policy.ImageChange;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.push.ImageScan;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.HttpScannerDownload;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QScanner;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanLog;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Scanner;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerInstaller;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRefusedException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerRun;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScannerSource;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialSource;
import io.jenkins.plugins.qualysfargate.engine.registry.ImageResolver;
import io.jenkins.plugins.qualysfargate.engine.registry.Referrers;
import io.jenkins.plugins.qualysfargate.engine.scan.GateOrder;
import io.jenkins.plugins.qualysfargate.engine.scan.GateReports;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.engine.scan.Judging;
import io.jenkins.plugins.qualysfargate.engine.scan.PinnedFallback;
import io.jenkins.plugins.qualysfargate.engine.scan.Resolver;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanImages;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOnce;
import io.jenkins.plugins.qualysfargate.engine.scan.ScanOrder;
import io.jenkins.plugins.qualysfargate.engine.scan.StoredReports;
import io.jenkins.plugins.qualysfargate.engine.threat.HttpFeedTransport;
import io.jenkins.plugins.qualysfargate.engine.threat.LoadedFeeds;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeedStore;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine as front ends use it: gate reports, scan images, ask the history. Nothing happens before it is asked. */
public final class ComplianceEngine implements AutoCloseable {
    private final EngineSettings settings;
    private final OpenHistory history;
    private final OpenAws aws;
    private final Fleet fleet;

    public ComplianceEngine(EngineSettings settings) {
        this(settings, openHistory(settings));
    }

    private ComplianceEngine(EngineSettings settings, OpenHistory history) {
        this.settings = settings;
        this.history = history;
        this.aws = new OpenAws(awsUse(settings).settings(), settings.clock());
        this.fleet = new Fleet(aws, awsUse(settings));
    }

    private ComplianceEngine(EngineSettings settings, ComplianceEngine other) {
        this.settings = settings;
        this.history = other.history;
        this.aws = other.aws;
        this.fleet = other.fleet;
    }

    private static OpenHistory openHistory(EngineSettings settings) {
        return new OpenHistory(settings.historyDirectory(), awsUse(settings), settings.clock());
    }

    private static AwsUse awsUse(EngineSettings settings) {
        return settings.aws() == null ? AwsUse.calling(AwsSettings.DEFAULT.over(settings.http())) : settings.aws();
    }

    /**
     * An engine with other settings, the same history and the same connections to AWS, whatever the settings say of them;
     * closing one of them closes both.
     */
    public ComplianceEngine with(EngineSettings other) {
        return new ComplianceEngine(other, this);
    }

    /**
     * An engine with other settings and connections to AWS as these say; a history on this machine stays the same. Whatever
     * this one has begun goes on with what it has, until it gives way.
     */
    public ComplianceEngine reconnected(EngineSettings other) {
        boolean onThisMachine =
                awsUse(settings).stores() == null && awsUse(other).stores() == null;
        return new ComplianceEngine(other, onThisMachine ? history : openHistory(other));
    }

    /** Closes what an engine that has taken this one's place does not share with it. */
    public void giveWayTo(ComplianceEngine successor) {
        if (history != successor.history) {
            history.close();
        }
        if (aws != successor.aws) {
            aws.close();
        }
    }

    public EngineSettings settings() {
        return settings;
    }

    /** The clients of AWS that everything of this engine shares. */
    public AwsClients aws() {
        return aws.clients();
    }

    /** How AWS is called. */
    public AwsSettings awsSettings() {
        return awsUse(settings).settings();
    }

    /**
     * Where the check of scheduled scans keeps what it finds: in the shared tables if the settings name these, else in this
     * directory.
     */
    public Ledger ledger(Path directory) {
        SharedStores stores = awsUse(settings).stores();
        return stores == null
                ? H2Ledger.open(directory, settings.clock())
                : new TableLedger(aws.clients(), stores.ledger(), settings.clock());
    }

    /** Resolves with the login to AWS alone, so images in ECR and public ones; other logins of this machine are left alone. */
    public Resolver ecrResolver() {
        return new ImageResolver(
                Transport.create(settings.http(), settings.clock()),
                aws.logins(),
                settings.registries(),
                settings.clock())::resolve;
    }

    /** Judges reports that are there already, and keeps the verdicts if there is a history. */
    public GateRun gate(GateOrder order) {
        return new GateReports(judging(), announcing()).gate(order);
    }

    /**
     * Installs or verifies the scanner and scans. A scanner that cannot be had makes every image indeterminate.
     *
     * @param log gets every line while it is written, secrets masked
     */
    public GateRun scan(ScanOrder order, ScannerSource source, ScanLog log, Cancellation cancellation)
            throws InterruptedException {
        return scan(order, scanner(source), log, cancellation);
    }

    /** Scans with a scanner of the caller's; the demonstration uses one that replays recordings. */
    public GateRun scan(ScanOrder order, Scanner scanner, ScanLog log, Cancellation cancellation) {
        return scan(order, scanner, resolver(), log, cancellation);
    }

    /** Scans with a scanner and a resolver of the caller's. */
    public GateRun scan(ScanOrder order, Scanner scanner, Resolver resolver, ScanLog log, Cancellation cancellation) {
        return new ScanImages(resolver, scanner, judging(), announcing()).scan(order, log, cancellation);
    }

    /**
     * Tells others on AWS of a run, as the settings want it; alerts that were saved with its scans, and with earlier ones, go
     * out.
     *
     * @return what could not be told, a sentence each; the verdicts stand all the same
     */
    public List<String> tell(GateRun run) {
        return telling().of(run);
    }

    /**
     * Keeps what a run found in the registries of its images, as OCI referrers; the images stay as they are. Needs the right to
     * push.
     *
     * @return what could not be kept, a sentence each; the verdicts stand all the same
     */
    public List<String> attachStatus(GateRun run) {
        return new StatusInRegistry(new Referrers(
                        Transport.create(settings.http(), settings.clock()),
                        registryLogins(),
                        settings.registries(),
                        settings.clock()))
                .of(run);
    }

    /**
     * Listens to a drain and sends what happens there as figures, if the settings want figures.
     *
     * @param remarks hears what could not be sent
     */
    public DrainFigures drainFigures(Consumer<String> remarks) {
        return new DrainFigures(telling().metrics(), remarks);
    }

    /** Tries the alerts that wait. */
    public DeliveryCount deliverAlerts() {
        return telling().deliver();
    }

    /**
     * Scans that are asked for one by one, for a queue of pushed images; each digest that the history has already is left
     * alone.
     *
     * @param order how to scan; its images are not looked at
     * @throws IllegalStateException if the settings name no history, because nobody could tell then what was scanned
     */
    public ImageScan pushes(ScanOrder order, Supplier<Scanner> scanner, Resolver resolver, ScanLog log) {
        History recorded = announcing();
        if (recorded == null) {
            throw new IllegalStateException(
                    "pushed images are scanned once each, so it takes a history to see which were:"
                            + " name one in the settings");
        }
        return new PushedImages(
                order,
                (wanted, since, cancellation) -> new ScanOnce(resolver, scanner.get(), judging(), recorded)
                        .scan(wanted, since, log, cancellation),
                run -> tell(run).forEach(log::line));
    }

    /** The same with an installed scanner and the registries themselves. */
    public ImageScan pushes(ScanOrder order, ScannerSource source, ScanLog log) {
        return pushes(order, () -> installed(source), resolver(), log);
    }

    /** What several machines that scan one account share. */
    public Fleet fleet() {
        return fleet;
    }

    /** A dry run: what two policies say of every scan that was judged since then; nothing is stored. */
    public List<ImageChange> compare(Policy before, Policy after, Instant since) {
        return history()
                .map(stored -> new StoredReports(stored, feeds().feeds()).compare(before, after, since))
                .orElseGet(List::of);
    }

    /** The history; empty if the settings name none. */
    public Optional<History> history() {
        return history.get();
    }

    /** The threat feeds that the settings name; loaded anew with every call. */
    public LoadedFeeds feeds() {
        if (settings.feeds().kev() == null && settings.feeds().epss() == null) {
            return new LoadedFeeds(ThreatFeeds.none(), List.of());
        }
        HttpFeedTransport transport = new HttpFeedTransport(Transport.create(settings.http(), settings.clock()));
        return new ThreatFeedStore(transport, settings.home().resolve("feeds"), settings.maxFeedAge(), settings.clock())
                .load(settings.feeds());
    }

    @Override
    public void close() {
        history.close();
        aws.close();
    }

    private Telling telling() {
        return new Telling(aws, awsUse(settings), history().orElse(null), settings.clock());
    }

    private @Nullable History announcing() {
        AwsUse use = awsUse(settings);
        return history()
                .<History>map(stored -> use.alertTopic() == null
                        ? stored
                        : new AnnouncingHistory(stored, use.alerts(), SnsChannel.NAME))
                .orElse(null);
    }

    private Judging judging() {
        return new Judging(settings.policy(), feeds(), settings.clock());
    }

    private Resolver resolver() {
        Transport transport = Transport.create(settings.http(), settings.clock());
        return new PinnedFallback(
                new ImageResolver(transport, registryLogins(), settings.registries(), settings.clock())::resolve);
    }

    private CredentialSource registryLogins() {
        Path userHome = Path.of(System.getProperty("user.home", "."));
        return CredentialSource.firstOf(List.of(
                CredentialSource.environment(settings.environment()),
                CredentialSource.dockerConfig(settings.environment(), userHome),
                aws.logins()));
    }

    private Scanner installed(ScannerSource source) {
        try {
            return scanner(source);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new UnavailableScanner(ScannerRun.failed(
                    IndeterminateCause.CANCELLED,
                    "The scanner was not installed, because this process was told to stop.",
                    "Scan the image again."));
        }
    }

    private Scanner scanner(ScannerSource source) throws InterruptedException {
        ScannerInstaller installer =
                new ScannerInstaller(settings.home().resolve("tools"), HttpScannerDownload.over(settings.http()));
        try {
            return new QScanner(
                    installer.obtain(source),
                    ScannerSettings.in(settings.home().resolve("scans")),
                    settings.environment(),
                    settings.clock());
        } catch (ScannerRefusedException refused) {
            return new UnavailableScanner(new ScannerRun.Failed(refused.verdict()));
        }
    }
}
