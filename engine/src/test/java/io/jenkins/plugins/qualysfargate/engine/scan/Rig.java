package io.jenkins.plugins.qualysfargate.engine.scan;

import io.jenkins.plugins.qualysfargate.engine.history.FakeHistory;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.CentralPolicy;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.RegistryAccess;
import io.jenkins.plugins.qualysfargate.engine.qscanner.ScanOptions;
import io.jenkins.plugins.qualysfargate.engine.threat.LoadedFeeds;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Scans with fakes at every border; what is not set is the default. */
final class Rig {
    static final String APP = "registry.example/app:1";
    static final Instant NOON = Instant.parse("2026-01-22T12:00:00Z");
    static final String LAX = "version: 1\nname: lax\nlimits: {critical: unlimited}\nsecrets: {max: unlimited}\n";

    final FakeHistory fakeHistory = new FakeHistory();
    final FakeResolver resolver = new FakeResolver();
    final FakeScanner scanner;
    History history = fakeHistory;
    Policy policy = Policy.defaults();
    Set<ScanType> scanTypes = Set.of(ScanType.PKG, ScanType.SECRET);
    ScanOptions options = ScanOptions.defaults();
    CacheUse cache = CacheUse.DEFAULT;
    List<Platform> platforms = List.of();
    Resolver asked = resolver;
    final List<String> log = new ArrayList<>();
    private Instant now = NOON;

    Rig(Path directory) {
        scanner = new FakeScanner(directory, clock());
        resolver.knows(APP, FakeResolver.manifest("linux/amd64", 'a'));
    }

    void judgesBy(String yaml) {
        policy = PolicyReader.read("test", yaml).fold(valid -> valid.policy(), invalid -> {
            throw new AssertionError(invalid.problems());
        });
    }

    void wait(Duration time) {
        now = now.plus(time);
    }

    void asksCentralPolicy() {
        ScanOptions plain = ScanOptions.defaults();
        options = new ScanOptions(
                plain.storageDriver(),
                null,
                List.of(),
                false,
                false,
                new CentralPolicy(List.of("prod"), false),
                plain.logLevel());
    }

    Judging judging() {
        return new Judging(policy, new LoadedFeeds(ThreatFeeds.none(), List.of()), clock());
    }

    GateRun scan(String... images) {
        return new ScanImages(asked, scanner, judging(), history).scan(order(images), log::add, Cancellation.NEVER);
    }

    OnceOutcome scanOnce(String image, Instant since) {
        return new ScanOnce(asked, scanner, judging(), history).scan(order(image), since, log::add, Cancellation.NEVER);
    }

    Instant now() {
        return now;
    }

    private ScanOrder order(String... images) {
        QualysConnection connection = new QualysConnection(
                new QualysPlatform.Pod(PodName.US1),
                () -> {
                    throw new IOException("no scan of this test needs a token");
                },
                null);
        return new ScanOrder(
                Arrays.stream(images).map(ImageReference::parse).toList(),
                platforms,
                scanTypes,
                Duration.ofMinutes(5),
                cache,
                BaselineChoice.PREVIOUS,
                connection,
                new RegistryAccess.Ambient(),
                options);
    }

    /** The one image of the run. */
    JudgedImage scanned(String image) {
        List<JudgedImage> images = scan(image).outcome().images();
        if (images.size() != 1) {
            throw new AssertionError("expected one image, not " + images);
        }
        return images.get(0);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
