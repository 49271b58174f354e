package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.image.Coverage.Figures;
import io.jenkins.plugins.qualysfargate.engine.history.FakeHistory;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.push.Pushes;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueImage;
import io.jenkins.plugins.qualysfargate.engine.sweep.CataloguePage;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What images are kept and run, against what was scanned of them. */
class ImageScanSourceTest {
    private static final String NAME = Pushes.REGISTRY.host() + "/payments-api";
    private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(60));

    private final FakeHistory history = new FakeHistory();
    private final List<CatalogueImage> kept = new ArrayList<>();
    private final List<RunningImage> running = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private ImageRule rule = ImageRule.DEFAULT;
    private @Nullable ImagePlatforms platforms;

    private void keeps(int number, Digest... scanned) {
        kept.add(new CatalogueImage(
                Pushes.REGISTRY,
                "payments-api",
                digest(number),
                List.of("1." + number),
                LONG_AGO,
                scanned.length == 0 ? List.of(digest(number)) : List.of(scanned)));
    }

    private void runs(String cluster, String image, @Nullable Digest digest, Instant startedAt) {
        running.add(new RunningImage(cluster, "app", image, digest, startedAt));
    }

    private void scanned(Scans scan, int number, Duration ago) {
        history.record(scan.named(NAME + ":1." + number)
                .of(digest(number))
                .at(NOON.minus(ago))
                .make());
    }

    private ImageScanSource source() {
        ImageCatalogue catalogue = (query, reader) -> reader.accept(new CataloguePage(kept, problems));
        return source(catalogue, () -> running);
    }

    private ImageScanSource source(ImageCatalogue catalogue, RunningImages tasks) {
        return new ImageScanSource(
                "images", new ExpectedImages(catalogue, CatalogueQuery.TAGGED, tasks), history, rule, platforms);
    }

    private Observation seen() {
        return source().look(LONG_AGO, NOON).fold(observation -> observation, blind -> {
            throw new AssertionError(blind.reason());
        });
    }

    private static Look.Blind blind(ImageScanSource source) {
        return source.look(LONG_AGO, NOON)
                .fold(
                        observation -> {
                            throw new AssertionError("seen: " + observation);
                        },
                        blind -> blind);
    }

    private Condition only() {
        assertThat(seen().conditions()).hasSize(1);
        return seen().conditions().get(0);
    }

    @Test
    void shouldReportAnImageThatNobodyScannedSinceItsPush() {
        keeps(1);

        assertThat(only().level()).isEqualTo(Level.UNHEALTHY);
        assertThat(only().since()).isEqualTo(LONG_AGO);
        assertThat(only().reason()).contains("never scanned");
        assertThat(only().howToFix()).contains(NAME + "@" + digest(1));
        assertThat(seen().subjects()).extracting(Subject::name).containsExactly(NAME + ":1.1");
    }

    @Test
    void shouldTakeACompleteYoungScanForHealthy() {
        keeps(1);
        scanned(Scans.passing("one"), 1, Duration.ofDays(2));

        assertThat(only())
                .isEqualTo(new Condition(
                        NAME + "@" + digest(1), Level.HEALTHY, null, NOON.minus(Duration.ofDays(2)), "", ""));
    }

    @Test
    void shouldReportAStaleScanFromTheMomentThatItWasTooOld() {
        keeps(1);
        scanned(Scans.passing("one"), 1, Duration.ofDays(31));

        assertThat(only().level()).isEqualTo(Level.UNHEALTHY);
        assertThat(only().since()).isEqualTo(NOON.minus(Duration.ofDays(1)));
        assertThat(only().lastGood()).isEqualTo(NOON.minus(Duration.ofDays(31)));
    }

    @Test
    void shouldNotBelieveAScanOfTheFuture() {
        keeps(1);
        scanned(Scans.passing("one"), 1, Duration.ofDays(-1));

        assertThat(only().level()).isEqualTo(Level.UNHEALTHY);
        assertThat(only().lastGood()).isNull();
    }

    @Test
    void shouldReportAScanThatDidNotEndWell() {
        keeps(1);
        scanned(Scans.broken("one"), 1, Duration.ofDays(1));

        assertThat(only().level()).isEqualTo(Level.UNHEALTHY);
        assertThat(only().reason()).contains("no report was written");
        assertThat(only().since()).isEqualTo(LONG_AGO);
    }

    @Test
    void shouldReportAFailingVerdictUnlessVerdictsDoNotCount() {
        keeps(1);
        scanned(Scans.failing("one"), 1, Duration.ofDays(1));

        assertThat(only().level()).isEqualTo(Level.UNHEALTHY);
        assertThat(only().reason()).contains("does not pass the policy default");
        assertThat(only().since()).as("a scan every hour must not move it").isEqualTo(LONG_AGO);

        rule = new ImageRule(Duration.ofDays(30), false, List.of());
        assertThat(only().level()).isEqualTo(Level.HEALTHY);
    }

    @Test
    void shouldSuspectNothingFoundWherePredecessorsHadFindings() {
        keeps(2);
        scanned(Scans.failing("one"), 1, Duration.ofDays(3));
        scanned(Scans.passing("two"), 2, Duration.ofDays(2));

        assertThat(only().level()).isEqualTo(Level.UNHEALTHY);
        assertThat(only().reason()).contains("without a finding");
    }

    @Test
    void shouldDecideByTheWorstPlatform() {
        keeps(9, digest(1), digest(2));
        scanned(Scans.passing("one"), 1, Duration.ofDays(1));
        scanned(Scans.failing("two"), 2, Duration.ofDays(1));

        assertThat(only().level()).isEqualTo(Level.UNHEALTHY);
    }

    @Test
    void shouldExpectAScanOfWhatRunsAndIsNotKept() {
        runs("prod", "docker.io/library/nginx:1", digest(5), NOON.minus(Duration.ofHours(3)));
        runs("test", "nginx:1", digest(5), NOON.minus(Duration.ofHours(4)));

        assertThat(only().subjectId()).isEqualTo("docker.io/library/nginx@" + digest(5));
        assertThat(only().since()).as("the first task counts").isEqualTo(NOON.minus(Duration.ofHours(4)));
        assertThat(only().reason()).contains("It runs in prod, test.");
        assertThat(seen().subjects().get(0).tags())
                .containsExactlyInAnyOrder(
                        "repository:docker.io/library/nginx", "cluster:prod", "cluster:test", "running");
    }

    @Test
    void shouldKnowTheKeptImageInOneOfItsPlatformsThatRuns() {
        keeps(9, digest(1), digest(2));
        scanned(Scans.passing("one"), 1, Duration.ofDays(1));
        scanned(Scans.passing("two"), 2, Duration.ofDays(1));
        runs("prod", NAME + ":1.9", digest(2), NOON);
        runs("prod", NAME + ":1.9", digest(9), NOON);

        assertThat(only().level()).isEqualTo(Level.HEALTHY);
        assertThat(seen().subjects().get(0).tags()).contains("cluster:prod", "tag:1.9", "running");
    }

    @Test
    void shouldLookIntoTheIndexThatATaskNames() {
        scanned(Scans.passing("one"), 1, Duration.ofDays(1));
        runs("prod", NAME + ":1.9", digest(9), NOON);

        assertThat(only().level()).isEqualTo(Level.UNHEALTHY);

        platforms = (name, digest) -> digest.equals(digest(9)) && name.equals(NAME) ? List.of(digest(1)) : List.of();
        assertThat(only().level()).isEqualTo(Level.HEALTHY);

        platforms = (name, digest) -> List.of();
        assertThat(only().level()).as("nobody could tell").isEqualTo(Level.UNHEALTHY);
    }

    @Test
    void shouldNotGuessAnImageWithoutDigest() {
        runs("prod", NAME + ":1.9", null, NOON);
        runs("prod", "", null, NOON);
        runs("prod", "Not A Reference", digest(3), NOON);

        assertThat(seen().conditions()).extracting(Condition::level).containsOnly(Level.UNCLEAR);
        assertThat(seen().subjects()).extracting(Subject::id).containsExactly("prod/" + NAME + ":1.9", "prod/app");
    }

    @Test
    void shouldSayWhatIsLeftOut() {
        keeps(1);
        rule = new ImageRule(Duration.ofDays(30), true, List.of(new Glob("*/payments-*")));

        assertThat(only().level()).isEqualTo(Level.NOT_APPLICABLE);
        assertThat(only().reason()).contains("*/payments-*");
    }

    @Test
    void shouldBeBlindWhenAPartOfTheRegistryIsNotSeen() {
        keeps(1);
        problems.add("Could not call ecr:DescribeImages on repository secret.");

        assertThat(blind(source()).reason()).contains("repository secret");
    }

    @Test
    void shouldBeBlindWhenTheRegistryIsAway() {
        Look.Blind blind = blind(source(
                (query, reader) -> {
                    throw new CatalogueUnavailableException("no login", null);
                },
                () -> running));

        assertThat(blind.reason()).contains("no login");
    }

    @Test
    void shouldBeBlindWhenNobodyKnowsWhatRuns() {
        Look.Blind blind = blind(source((query, reader) -> {}, () -> {
            throw new BlindException("no ecs", "allow it", false, null);
        }));

        assertThat(blind.reason()).isEqualTo("no ecs");
        assertThat(blind.howToFix()).isEqualTo("allow it");
    }

    @Test
    void shouldBeBlindWhenTheHistoryIsAway() {
        keeps(1);
        history.failWith(new HistoryUnavailableException("no table", null));

        assertThat(blind(source()).reason()).contains("no table", "1 images");
    }

    @Test
    void shouldRefuseToExpectNothingByDefinition() {
        assertThatThrownBy(() -> new ExpectedImages(null, CatalogueQuery.TAGGED, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldCountByRepositoryAndCluster() throws BlindException {
        keeps(1);
        keeps(2);
        keeps(3);
        keeps(4);
        scanned(Scans.failing("one"), 1, Duration.ofDays(1));
        scanned(Scans.passing("two"), 2, Duration.ofDays(40));
        scanned(Scans.broken("three"), 3, Duration.ofDays(1));
        runs("prod", NAME + ":1.1", digest(1), NOON);
        runs("prod", "nginx", digest(7), NOON);
        runs("prod", "nginx", null, NOON);

        Coverage coverage = Coverage.of(source().cases(NOON));

        assertThat(coverage.all()).isEqualTo(new Figures(6, 1, 1, 1, 3));
        assertThat(coverage.byRepository())
                .isEqualTo(Map.of(
                        NAME, new Figures(4, 1, 1, 1, 1), "docker.io/library/nginx", new Figures(2, 0, 0, 0, 2)));
        assertThat(coverage.byCluster()).isEqualTo(Map.of("prod", new Figures(3, 1, 0, 0, 2)));
        assertThat(coverage.byCluster().getOrDefault("prod", Figures.NONE).percent())
                .isCloseTo(33.3, within(0.1));
    }

    @Test
    void shouldNotDivideByNoImage() throws BlindException {
        assertThat(Coverage.of(source().cases(NOON)).all().percent()).isNull();
    }
}
