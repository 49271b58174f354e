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
import io.jenkins.plugins.qualysfargate.engine.compliance.source.LoginBudget;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.ExpectedImages;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.ImageRule;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.ImageScanSource;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.RunningImages;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableLogin;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableServer;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableSource;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageCatalogue;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
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
                        anchore -> missing(settings, "Anchore"),
                        guardDuty -> guardDuty(settings, guardDuty),
                        registry -> missing(settings, "Qualys registries"),
                        images -> images(settings, images));
        return new CheckedSource(source, settings.pollEvery(), settings.unreachableAfter(), settings.care());
    }

    private static ScanSource missing(SourceSettings settings, String what) {
        throw new IllegalArgumentException("The source " + settings.id() + " cannot be made: " + what);
    }

    private ScanSource tenable(SourceSettings settings, SourceOptions.Tenable options) {
        LoginBudget budget = budgets.apply(settings.id());
        Transport transport = Transport.withoutRedirects(http, clock);
        return new WithLogin(settings.id(), settings.credentials(), lookup, budget, login -> new TenableSource(
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

    private ScanSource guardDuty(SourceSettings settings, SourceOptions.GuardDuty options) {
        return new Deferred(settings.id(), () -> {
            List<CoverageScope> scopes = new ArrayList<>();
            for (AwsClients each : clients(options.place())) {
                scopes.add(new CoverageScope(each.account(), each));
            }
            return new GuardDutyCoverageSource(settings.id(), scopes, clock);
        });
    }

    private ScanSource images(SourceSettings settings, SourceOptions.Images options) {
        if (history == null) {
            throw new IllegalArgumentException("The source " + settings.id()
                    + " compares images with the scan history, and there is none: name a history");
        }
        return new Deferred(settings.id(), () -> {
            List<AwsClients> places = clients(options.place());
            RunningImages running = options.running() ? AllRunning.of(places.stream()
                    .map(each -> (RunningImages) new EcsRunningImages(each.ecs()))
                    .toList()) : null;
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
        });
    }

    private synchronized List<AwsClients> clients(SourceOptions.AwsPlace place) {
        AssumedRole role =
                place.role() == null ? null : new AssumedRole(place.role(), place.externalId(), AssumedRole.DEFAULT_SESSION);
        List<AwsClients> clients = new ArrayList<>();
        for (String region : place.regions()) {
            AwsSettings there = role == null ? aws.inRegion(region) : aws.inRegion(region).assuming(role);
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
