package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.aws.AssumedRole;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.aws.ecr.EcrCatalogue;
import io.jenkins.plugins.qualysfargate.engine.aws.ecs.EcsRunningImages;
import io.jenkins.plugins.qualysfargate.engine.aws.guardduty.CoverageScope;
import io.jenkins.plugins.qualysfargate.engine.aws.guardduty.GuardDutyCoverageSource;
import io.jenkins.plugins.qualysfargate.engine.check.CheckedSource;
import io.jenkins.plugins.qualysfargate.engine.check.file.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import io.jenkins.plugins.qualysfargate.engine.check.file.SourceOptions;
import io.jenkins.plugins.qualysfargate.engine.check.file.SourceSettings;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Patience;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreService;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.AnchoreSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.Coverage;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.ExpectedImages;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.ImageRule;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.ImageScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.RunningImages;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys.QualysRegistrySource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys.RegistryAccess;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys.RegistryRule;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableLogin;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableScans;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableServer;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableSource;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.qualys.ClientCredentialsTokenSource;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import io.jenkins.plugins.qualysfargate.engine.resubmit.MakeUpRuns;
import io.jenkins.plugins.qualysfargate.engine.resubmit.anchore.AnchoreMakeUps;
import io.jenkins.plugins.qualysfargate.engine.resubmit.tenable.TenableMakeUps;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageCatalogue;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes sources of their settings; nothing is called before they are looked at. */
public final class SourceConnections implements AutoCloseable {
    private final CredentialLookup lookup;
    private final Function<String, LoginBudget> budgets;
    private final HttpSettings http;
    private final AwsSettings aws;
    private final @Nullable History history;
    private final Clock clock;
    private final List<AwsClients> opened = new ArrayList<>();

    /**
     * @param budgets of logins, by source
     * @param history of our own scans; null if there is none
     */
    public SourceConnections(
            CredentialLookup lookup,
            Function<String, LoginBudget> budgets,
            AwsSettings aws,
            HttpSettings http,
            @Nullable History history,
            Clock clock) {
        this.lookup = lookup;
        this.budgets = budgets;
        this.http = http;
        this.aws = aws;
        this.history = history;
        this.clock = clock;
    }

    /** @throws IllegalArgumentException if it cannot be made here, for example for want of a history */
    public CheckedSource of(SourceSettings settings) {
        ScanSource source = settings.options()
                .fold(
                        tenable -> tenable(settings, tenable),
                        anchore -> anchore(settings, anchore),
                        guardDuty -> guardDuty(settings, guardDuty),
                        registry -> registry(settings, registry),
                        images -> images(settings, images));
        return new CheckedSource(source, settings.pollEvery(), settings.unreachableAfter(), settings.care());
    }

    private ScanSource anchore(SourceSettings settings, SourceOptions.Anchore options) {
        LoginBudget budget = budgets.apply(settings.id());
        Transport transport = Transport.withoutRedirects(http, clock);
        return new WithLogin(
                settings.id(),
                settings.credentials(),
                lookup,
                budget,
                login -> new AnchoreSource(
                        settings.id(),
                        new AnchoreSource.AskedAnchore(
                                AnchoreConnection.server(address(settings), options, login),
                                AnchoreConnection.rule(options)),
                        transport,
                        budget,
                        clock));
    }

    private ScanSource registry(SourceSettings settings, SourceOptions.QualysRegistry options) {
        LoginBudget budget = budgets.apply(settings.id());
        QualysPlatform platform = new QualysPlatform.Gateway(address(settings));
        RegistryRule rule = new RegistryRule(true, options.maxAge(), RegistryRule.DEFAULT.sensorSilence());
        return new WithLogin(
                settings.id(),
                settings.credentials(),
                lookup,
                budget,
                login -> new QualysRegistrySource(
                        settings.id(),
                        new QualysRegistrySource.AskedRegistries(
                                RegistryAccess.of(
                                        platform, tokens(platform, login), Transport.withoutRedirects(http, clock)),
                                rule),
                        budget,
                        clock,
                        Patience.REAL));
    }

    private TokenSource tokens(QualysPlatform platform, Login login) {
        return login.fold(
                user -> client(platform, user.name(), user.password()),
                keys -> client(platform, keys.accessKey(), keys.secretKey()),
                token -> TokenSource.fixed(Credential.of("Qualys token", token.secret())));
    }

    private TokenSource client(QualysPlatform platform, String id, String secret) {
        QualysLogin.ClientCredentials client = new QualysLogin.ClientCredentials(
                Credential.of("Qualys client id", id), Credential.of("Qualys client secret", secret));
        return ClientCredentialsTokenSource.create(platform, client, http, clock);
    }

    private ScanSource tenable(SourceSettings settings, SourceOptions.Tenable options) {
        LoginBudget budget = budgets.apply(settings.id());
        Transport transport = Transport.withoutRedirects(http, clock);
        return new WithLogin(
                settings.id(),
                settings.credentials(),
                lookup,
                budget,
                login -> new TenableSource(
                        settings.id(),
                        TenableServer.of(address(settings), tenable(login)).withFeedMaxAge(options.feedMaxAge()),
                        transport,
                        budget,
                        clock));
    }

    /** The login as Tenable.sc takes it. */
    public static TenableLogin tenable(Login login) {
        return login.fold(
                user -> new TenableLogin.Account(user.name(), user.password()),
                keys -> new TenableLogin.ApiKey(keys.accessKey(), keys.secretKey()),
                token -> {
                    throw new IllegalArgumentException(
                            "Tenable.sc takes a pair of keys, or a user with a password, and no single token");
                });
    }

    private static URI address(SourceSettings settings) {
        if (settings.url() == null) {
            throw new IllegalArgumentException("The source " + settings.id() + " has no address: give it a url");
        }
        return settings.url();
    }

    /**
     * An Anchore to be asked one question after another.
     *
     * @throws IllegalArgumentException if the source is none, or its credentials are missing or of another kind
     */
    public AnchoreService anchore(SourceSettings settings) {
        if (!(settings.options() instanceof SourceOptions.Anchore options)) {
            throw new IllegalArgumentException("The source " + settings.id() + " is no Anchore");
        }
        Login login = login(settings);
        return new AnchoreService(
                AnchoreConnection.server(address(settings), options, login),
                Transport.withoutRedirects(http, clock),
                budgets.apply(settings.id()),
                clock,
                Patience.REAL);
    }

    /**
     * How much of what a source expects is covered.
     *
     * @throws BlindException if it cannot be told
     * @throws IllegalArgumentException if such a source has no coverage
     */
    public CoverageView coverage(SourceSettings settings) throws BlindException {
        if (settings.options() instanceof SourceOptions.GuardDuty it) {
            return CoverageView.ofClusters(
                    settings.id(), guardDutySource(settings, it).figures());
        }
        if (settings.options() instanceof SourceOptions.Images it) {
            return CoverageView.ofImages(
                    settings.id(), Coverage.of(imageSource(settings, it).cases(clock.instant())));
        }
        throw new IllegalArgumentException("The source " + settings.id() + " counts no coverage");
    }

    /** How failed runs of each source are started again; sources that cannot are missing. */
    public Map<String, MakeUpRuns> makeUps(List<SourceSettings> sources) {
        Map<String, MakeUpRuns> runs = new LinkedHashMap<>();
        for (SourceSettings each : sources) {
            if (each.options() instanceof SourceOptions.Tenable) {
                runs.put(each.id(), new LateMakeUps(() -> tenableMakeUps(each)));
            } else if (each.options() instanceof SourceOptions.Anchore it) {
                runs.put(
                        each.id(),
                        new LateMakeUps(() -> new AnchoreMakeUps(anchore(each), AnchoreConnection.rule(it))));
            }
        }
        return runs;
    }

    private MakeUpRuns tenableMakeUps(SourceSettings settings) {
        TenableServer server = TenableServer.of(address(settings), tenable(login(settings)));
        return new TenableMakeUps(
                settings.id(),
                new TenableScans(server, Transport.withoutRedirects(http, clock), budgets.apply(settings.id()), clock));
    }

    private Login login(SourceSettings settings) {
        String name = settings.credentials();
        return (name == null ? Optional.<Login>empty() : lookup.find(name))
                .orElseThrow(() -> new IllegalArgumentException("There are no credentials named '" + name
                        + "' for the source " + settings.id() + ": give them under this name"));
    }

    private ScanSource guardDuty(SourceSettings settings, SourceOptions.GuardDuty options) {
        return new Deferred(settings.id(), () -> guardDutySource(settings, options));
    }

    private GuardDutyCoverageSource guardDutySource(SourceSettings settings, SourceOptions.GuardDuty options) {
        List<CoverageScope> scopes = new ArrayList<>();
        for (AwsClients each : clients(options.place())) {
            scopes.add(new CoverageScope(each.account(), each));
        }
        return new GuardDutyCoverageSource(settings.id(), scopes, clock);
    }

    private ScanSource images(SourceSettings settings, SourceOptions.Images options) {
        if (history == null) {
            throw new IllegalArgumentException("The source " + settings.id()
                    + " compares images with the scan history, and there is none: name a history");
        }
        return new Deferred(settings.id(), () -> imageSource(settings, options));
    }

    private ImageScanSource imageSource(SourceSettings settings, SourceOptions.Images options) {
        if (history == null) {
            throw new IllegalArgumentException("The source " + settings.id() + " needs a scan history");
        }
        List<AwsClients> places = clients(options.place());
        RunningImages running = options.running()
                ? AllRunning.of(places.stream()
                        .map(each -> (RunningImages) new EcsRunningImages(each.ecs()))
                        .toList())
                : null;
        return new ImageScanSource(
                settings.id(),
                new ExpectedImages(
                        AllCatalogues.of(
                                places.stream()
                                        .map(each -> (ImageCatalogue) new EcrCatalogue(each.ecr(), null))
                                        .toList(),
                                options.repositories()),
                        CatalogueQuery.TAGGED,
                        running),
                history,
                new ImageRule(options.maxAge(), true, List.of()),
                null);
    }

    private synchronized List<AwsClients> clients(SourceOptions.AwsPlace place) {
        AssumedRole role = place.role() == null
                ? null
                : new AssumedRole(place.role(), place.externalId(), AssumedRole.DEFAULT_SESSION);
        List<AwsClients> clients = new ArrayList<>();
        for (String region : place.regions()) {
            AwsSettings there =
                    role == null ? aws.inRegion(region) : aws.inRegion(region).assuming(role);
            AwsClients each = new AwsClients(there);
            opened.add(each);
            clients.add(each);
        }
        return clients;
    }

    @Override
    public synchronized void close() {
        opened.forEach(AwsClients::close);
        opened.clear();
    }
}
