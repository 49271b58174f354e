package io.jenkins.plugins.qualysfargate.engine.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.digest;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.failing;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.finding;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.passing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.model.Baseline;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import io.jenkins.plugins.qualysfargate.engine.model.FindingIdentity;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Novelty;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every backend of {@link History} must do; a backend's test extends this one. */
public abstract class HistoryContractTest {
    protected static final Clock CLOCK = Clock.fixed(NOON.plus(Duration.ofDays(400)), ZoneOffset.UTC);

    private static final String PAYMENTS = "registry.example/payments-api";
    private static final Platform ARM = Platform.parse("linux/arm64/v8");

    private History history;

    /** An empty history. */
    protected abstract History open() throws Exception;

    @BeforeEach
    void openHistory() throws Exception {
        history = open();
    }

    @AfterEach
    void closeHistory() {
        history.close();
    }

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }

    private void record(Scans... scans) {
        for (Scans scan : scans) {
            history.record(scan.make());
        }
    }

    private List<String> ids(HistoryQuery query) {
        return history.list(query).stream().map(line -> line.id().value()).toList();
    }

    @Test
    void shouldFindWhatWasRecorded() {
        ScanRecord scan = failing("one").make();

        assertThat(history.record(scan)).isEqualTo(scan.id());

        assertSame(history.find(scan.id()).orElseThrow(), scan);
    }

    private static void assertSame(ScanRecord actual, ScanRecord expected) {
        assertThat(actual)
                .usingRecursiveComparison()
                .ignoringFields("image.report.findings")
                .isEqualTo(expected);
        assertThat(findings(actual)).isEqualTo(findings(expected));
    }

    private static List<Finding> findings(ScanRecord scan) {
        ScanReport report = scan.image().report();
        return report == null ? List.of() : report.findings().stream().toList();
    }

    @Test
    void shouldFindTheScanThatAnswersForEachOfManyDigests() {
        record(
                passing("old").of(digest('a')).at(day(1)),
                failing("new").of(digest('a')).at(day(2)),
                Scans.broken("later").of(digest('a')).at(day(3)),
                Scans.broken("first").of(digest('b')).at(day(1)),
                Scans.broken("second").of(digest('b')).at(day(2)),
                passing("other").of(digest('c')).at(day(1)));

        Map<Digest, ScanSummary> latest = history.latest(List.of(digest('a'), digest('b'), digest('d'), digest('a')));

        assertThat(latest)
                .hasSize(2)
                .containsEntry(
                        digest('a'),
                        ScanSummary.of(failing("new").of(digest('a')).at(day(2)).make()))
                .containsEntry(
                        digest('b'),
                        ScanSummary.of(Scans.broken("second")
                                .of(digest('b'))
                                .at(day(2))
                                .make()));
    }

    @Test
    void shouldAskForMoreDigestsThanFitIntoOneQuestion() {
        record(passing("one").of(numbered(0)), passing("two").of(numbered(2500)));

        Map<Digest, ScanSummary> latest = history.latest(IntStream.rangeClosed(0, 2500)
                .mapToObj(HistoryContractTest::numbered)
                .toList());

        assertThat(latest).containsOnlyKeys(numbered(0), numbered(2500));
        assertThat(history.latest(List.of())).isEmpty();
    }

    private static Digest numbered(int number) {
        return new Digest("sha256:" + String.format(Locale.ROOT, "%064x", number));
    }

    @Test
    void shouldFindNothingInAnEmptyHistory() {
        assertThat(history.find(new ScanId("none"))).isEmpty();
        assertThat(history.list(HistoryQuery.newest(10))).isEmpty();
        assertThat(history.latestComplete(digest('a'), Platform.LINUX_AMD64)).isEmpty();
        assertThat(history.baseline(BaselineQuery.previous(PAYMENTS, null, null)))
                .isEmpty();
        assertThat(history.firstSeen(PAYMENTS)).isEmpty();
        assertThat(history.series(new SeriesQuery(PAYMENTS, null, null, 10))).isEqualTo(new ImageSeries(List.of(), 0));
        assertThat(history.purge(day(0))).isZero();
    }

    @Test
    void shouldKeepAScanOnceThatIsRecordedTwice() {
        record(passing("one"), passing("one"), failing("one"));

        assertThat(ids(HistoryQuery.newest(10))).containsExactly("one");
        assertSame(history.find(new ScanId("one")).orElseThrow(), passing("one").make());
    }

    @Test
    void shouldKeepAScanWithoutReport() {
        record(Scans.broken("one"));

        assertSame(
                history.find(new ScanId("one")).orElseThrow(),
                Scans.broken("one").make());
        ScanSummary line = history.list(HistoryQuery.newest(1)).get(0);
        assertThat(line).isEqualTo(ScanSummary.of(Scans.broken("one").make()));
        assertThat(line.counts()).isNull();
        assertThat(line.secrets()).isNull();
    }

    @Test
    void shouldStreamAReportThatIsTooLargeToReadAtOnce() {
        Scans large = failing("one").findings(Scans.findings((int) ScanReportCodec.READ_AT_ONCE + 1));
        record(large);

        assertSame(history.find(new ScanId("one")).orElseThrow(), large.make());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; DROP TABLE scan; --",
                "\u0000\ud800\u202e<script>",
                "../../etc/passwd",
                "%_*?~\\",
                " ",
                "é/Ä:Ö"
            })
    void shouldKeepAHostileNameAsItIs(String name) {
        record(failing("one").named(name), passing("two"));

        assertSame(
                history.find(new ScanId("one")).orElseThrow(),
                failing("one").named(name).make());
        assertThat(history.list(HistoryQuery.newest(10)))
                .extracting(ScanSummary::name)
                .contains(name);
        assertThat(history.firstSeen(name)).containsOnlyKeys(new FindingIdentity("1", "zlib1g"));
        assertThat(history.series(new SeriesQuery(name, null, null, 10)).scans())
                .hasSize(1);
        assertThat(history.firstSeen(PAYMENTS)).isEmpty();
    }

    @Test
    void shouldTellLongNamesApartThatBeginAlike() {
        String longName = "x".repeat(5000);
        record(
                failing("one").named(longName),
                failing("two").named(longName + "y").findings(finding("2", "libc6")));

        assertThat(history.firstSeen(longName)).containsOnlyKeys(new FindingIdentity("1", "zlib1g"));
        assertThat(history.list(HistoryQuery.newest(2)))
                .allSatisfy(line -> assertThat(line.name()).hasSize(ScanSummary.LONGEST_TEXT));
        assertThat(history.find(new ScanId("one")).orElseThrow().image().name()).isEqualTo(longName);
    }

    @Test
    void shouldKeepAScanWithoutName() {
        record(failing("one").named(null));

        assertThat(ids(HistoryQuery.newest(10))).containsExactly("one");
        assertThat(ids(HistoryQuery.newest(10).ofImage("*"))).isEmpty();
    }

    @Test
    void shouldListTheNewestFirst() {
        record(
                passing("one").at(day(2)),
                passing("two").at(day(3)),
                passing("three").at(day(1)));

        assertThat(history.list(HistoryQuery.newest(2)))
                .containsExactly(
                        ScanSummary.of(passing("two").at(day(3)).make()),
                        ScanSummary.of(passing("one").at(day(2)).make()));
    }

    @Test
    void shouldPageThroughScansOfTheSameInstantWithoutLossOrRepeat() {
        List<String> expected = new ArrayList<>();
        for (int i = 10; i < 35; i++) {
            record((i % 2 == 0 ? passing("scan-" + i) : failing("scan-" + i)).at(day(i / 10)));
            expected.add(0, "scan-" + i);
        }

        assertThat(paged(HistoryQuery.newest(4))).isEqualTo(expected);
        assertThat(paged(HistoryQuery.newest(4).ofImage("payments-*"))).isEqualTo(expected);
        assertThat(paged(HistoryQuery.newest(4).judged(VerdictKind.PASS)))
                .hasSize(13)
                .isSubsetOf(expected);
    }

    private List<String> paged(HistoryQuery first) {
        List<String> all = new ArrayList<>();
        for (Optional<HistoryQuery> next = Optional.of(first); next.isPresent(); ) {
            List<ScanSummary> page = history.list(next.get());
            page.forEach(line -> all.add(line.id().value()));
            next = page.size() < first.limit()
                    ? Optional.empty()
                    : Optional.of(first.after(PageToken.after(page.get(page.size() - 1))));
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "payments-api, 1 2 3",
        "payments-*, 1 2 3",
        "payments-api:1.*, 1 2",
        "payments-api:1.4.?, 1 2",
        "payments-api:1.4.2, 1",
        "registry.example/payments-api, 1 2 3",
        "registry.example/*:2.0, 3",
        "nginx, 4",
        "nginx:*, 4",
        "library/ngin?, 4",
        "docker.io/library/nginx, 4",
        "*/nginx, 4",
        "*, 1 2 3 4",
        "payments, ''",
        "payments_api, ''",
        "registry, ''",
        "*:latest, ''"
    })
    void shouldListImagesByGlob(String glob, String expected) {
        record(
                passing("1").named("registry.example/payments-api:1.4.2").at(day(4)),
                passing("2").named("registry.example/payments-api:1.4.3").at(day(3)),
                passing("3").named("registry.example/payments-api:2.0").at(day(2)),
                passing("4").named("nginx:1.27").at(day(1)));

        assertThat(String.join(" ", ids(HistoryQuery.newest(10).ofImage(glob)))).isEqualTo(expected);
    }

    @Test
    void shouldListImagesByGlobWhenVeryManyNamesMatch() {
        for (int i = 100; i < 140; i++) {
            record(passing("s" + i).named("registry.example/app-" + i).at(day(i)));
        }
        record(passing("other").at(day(500)));

        assertThat(ids(HistoryQuery.newest(3).ofImage("app-*"))).containsExactly("s139", "s138", "s137");
        assertThat(paged(HistoryQuery.newest(7).ofImage("app-*"))).hasSize(40).doesNotContain("other");
    }

    @Test
    void shouldListByDigestVerdictAndTime() {
        record(
                passing("one").at(day(1)),
                failing("two").at(day(2)).of(digest('b')),
                Scans.broken("three").at(day(3)));

        assertThat(ids(HistoryQuery.newest(10).ofDigest(digest('b')))).containsExactly("two");
        assertThat(ids(HistoryQuery.newest(10).ofDigest(digest('b')).judged(VerdictKind.PASS)))
                .isEmpty();
        assertThat(ids(HistoryQuery.newest(10).judged(VerdictKind.INDETERMINATE)))
                .containsExactly("three");
        assertThat(ids(HistoryQuery.newest(10).since(day(2)))).containsExactly("three", "two");
        assertThat(ids(HistoryQuery.newest(10).until(day(2)))).containsExactly("one");
        assertThat(ids(HistoryQuery.newest(10)
                        .ofImage("payments-api")
                        .judged(VerdictKind.FAIL)
                        .since(day(2))
                        .until(day(3))))
                .containsExactly("two");
    }

    @Test
    void shouldGiveTheCacheTheCompleteScanThatLookedLast() {
        record(
                passing("old").at(day(1)),
                failing("new").at(day(2)),
                passing("judged-late").at(day(0)).judgedAgain(day(9)),
                Scans.broken("broken").at(day(3)),
                passing("other-platform").at(day(4)).on(ARM),
                passing("other-image").at(day(5)).of(digest('b')));

        assertThat(history.latestComplete(digest('a'), Platform.LINUX_AMD64))
                .hasValueSatisfying(
                        scan -> assertSame(scan, failing("new").at(day(2)).make()));
        assertThat(history.latestComplete(digest('a'), ARM)).map(ScanRecord::id).hasValue(new ScanId("other-platform"));
        assertThat(history.latestComplete(digest('c'), ARM)).isEmpty();
    }

    @Test
    void shouldCompareWithThePreviousCompleteScanOfTheImageName() {
        record(
                failing("older").at(day(1)).of(digest('b')),
                failing("previous").at(day(2)).of(digest('c')).findings(finding("2", "libc6")),
                Scans.broken("broken").at(day(3)).of(digest('d')),
                failing("same-digest").at(day(4)),
                failing("other-platform").at(day(5)).of(digest('e')).on(ARM),
                failing("other-name").at(day(6)).of(digest('f')).named("nginx"));

        Baseline baseline = history.baseline(
                        BaselineQuery.previous(PAYMENTS + ":1.5", Platform.LINUX_AMD64, digest('a')))
                .orElseThrow();

        assertThat(baseline.label())
                .contains("previous")
                .contains("payments-api")
                .contains("2026-01-24");
        assertThat(baseline.present()).containsExactly(new FindingIdentity("2", "libc6"));
        assertThat(baseline.packages()).contains(new InstalledPackage("libc6", "2.31"));
        assertThat(baseline.firstSeen())
                .containsEntry(new FindingIdentity("1", "zlib1g"), day(1))
                .containsEntry(new FindingIdentity("2", "libc6"), day(2))
                .hasSize(2);
    }

    @Test
    void shouldNeverCompareAScanWithItselfOrWithWhatCameLater() {
        record(
                failing("first").at(day(1)).of(digest('b')),
                failing("self").at(day(2)).of(digest('c')),
                failing("later").at(day(3)).of(digest('d')));
        BaselineQuery anyDigest = BaselineQuery.previous(PAYMENTS, Platform.LINUX_AMD64, null);

        assertThat(labelled(anyDigest)).contains("2026-01-25");
        assertThat(labelled(anyDigest.asOf(new ScanId("self"), day(2)))).contains("2026-01-23");
        assertThat(history.baseline(anyDigest.asOf(new ScanId("first"), day(1))))
                .isEmpty();
    }

    private String labelled(BaselineQuery query) {
        return history.baseline(query).orElseThrow().label();
    }

    @Test
    void shouldCompareWithTheTagDigestOrScanThatIsAskedFor() {
        Digest production = digest('b');
        record(
                failing("one").at(day(1)).of(production).named(PAYMENTS + ":prod"),
                failing("two").at(day(2)).of(digest('c')).named(PAYMENTS + ":dev"),
                Scans.broken("three").at(day(3)));
        BaselineQuery query = BaselineQuery.previous(PAYMENTS + ":dev", Platform.LINUX_AMD64, production);

        assertThat(history.baseline(query.choosing(new BaselineQuery.Choice.OfTag("prod"))))
                .isEmpty();
        assertThat(labelled(query.choosing(new BaselineQuery.Choice.OfTag("dev"))))
                .contains("2026-01-24");
        assertThat(labelled(query.choosing(new BaselineQuery.Choice.OfDigest(production))))
                .contains("2026-01-23");
        assertThat(labelled(query.choosing(new BaselineQuery.Choice.OfScan(new ScanId("one")))))
                .contains("2026-01-23");
        assertThat(history.baseline(query.choosing(new BaselineQuery.Choice.OfScan(new ScanId("three")))))
                .isEmpty();
        assertThat(history.baseline(query.choosing(new BaselineQuery.Choice.OfDigest(digest('f')))))
                .isEmpty();
    }

    @Test
    void shouldKnowTheFirstSightAlsoOfScansThatCameOutOfOrder() {
        record(
                failing("second").at(day(5)),
                failing("first").at(day(1)),
                failing("third").at(day(9)));

        assertThat(history.firstSeen(PAYMENTS + ":any"))
                .containsEntry(new FindingIdentity("1", "zlib1g"), day(1))
                .hasSize(1);
        assertThat(history.firstSeen("nginx")).isEmpty();
    }

    @Test
    void shouldFollowAnImageThroughItsTagsWithWhatWasNewEachTime() {
        ScanRecord first = failing("first").at(day(1)).named(PAYMENTS + ":1").make();
        ScanRecord second = compared(failing("second").at(day(2)).named(PAYMENTS + ":2"), new Novelty(3, 1, 7, 2));
        ScanRecord third = Scans.broken("third").at(day(3)).make();
        for (ScanRecord scan : List.of(third, first, second)) {
            history.record(scan);
        }
        record(passing("other").at(day(2)).named("registry.example/other/payments-api"));

        assertThat(history.series(new SeriesQuery(PAYMENTS + ":9", null, null, 10)))
                .isEqualTo(new ImageSeries(
                        List.of(
                                new ImageSeries.Entry(ScanSummary.of(first), null),
                                new ImageSeries.Entry(ScanSummary.of(second), new Novelty(3, 1, 7, 2)),
                                new ImageSeries.Entry(ScanSummary.of(third), null)),
                        0));
    }

    private static ScanRecord compared(Scans scans, Novelty novelty) {
        ScanRecord scan = scans.make();
        Judgement judged = scan.image().judgement();
        Judgement compared = new Judgement(
                judged.verdict(), judged.counts(), judged.secrets(), judged.waived(), judged.warnings(), novelty);
        return new ScanRecord(
                scan.id(),
                scan.image().judged(compared),
                scan.policyName(),
                scan.policyFingerprint(),
                scan.scannerVersion(),
                scan.requestedScanTypes(),
                scan.feedDate(),
                scan.scannedAt());
    }

    @Test
    void shouldFollowTheNewestOnesOfAPlatformUpToATimeAndCountThoseBefore() {
        for (int i = 1; i <= 6; i++) {
            record(passing("amd" + i).at(day(i)), passing("arm" + i).at(day(i)).on(ARM));
        }
        ScanRecord unresolved = Scans.broken("unresolved").at(day(4)).make();
        history.record(new ScanRecord(
                unresolved.id(),
                new JudgedImage(PAYMENTS, null, null, null, unresolved.image().judgement(), day(4), "registry"),
                "default",
                "f00d",
                null,
                Scans.TYPES,
                null,
                day(4)));

        ImageSeries series = history.series(new SeriesQuery(PAYMENTS, ARM, day(5), 3));

        assertThat(series.scans())
                .extracting(each -> each.scan().id().value())
                .containsExactly("arm4", "unresolved", "arm5");
        assertThat(series.earlier()).isEqualTo(3);
        assertThat(history.series(new SeriesQuery(PAYMENTS, null, null, 13)).earlier())
                .isZero();
        assertThat(history.series(new SeriesQuery(PAYMENTS, null, null, 12)).earlier())
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, HistoryQuery.LARGEST_PAGE + 1})
    void shouldRefuseASeriesOfNoLength(int limit) {
        assertThatThrownBy(() -> new SeriesQuery(PAYMENTS, null, null, limit))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1000");
    }

    @Test
    void shouldForgetWhatIsOldAndKeepTheFirstSightWhileTheImageIsKnown() {
        record(
                failing("old").at(day(1)),
                failing("new").at(day(100)),
                failing("alone").at(day(2)).named("nginx"));

        assertThat(history.purge(day(50))).isEqualTo(2);

        assertThat(history.find(new ScanId("old"))).isEmpty();
        assertThat(ids(HistoryQuery.newest(10))).containsExactly("new");
        assertThat(history.firstSeen(PAYMENTS)).containsOnly(Map.entry(new FindingIdentity("1", "zlib1g"), day(1)));
        assertThat(history.firstSeen("nginx")).isEmpty();
        assertSame(
                history.find(new ScanId("new")).orElseThrow(),
                failing("new").at(day(100)).make());
    }

    @Test
    void shouldKnowTheFirstSightOfEachOfManyFindings() {
        record(
                failing("two").at(day(2)).findings(Scans.findings(2_500)),
                failing("three").at(day(3)).findings(Scans.findings(3_000)),
                failing("one").at(day(1)).findings(Scans.findings(1_500)));

        assertThat(history.firstSeen(PAYMENTS).values().stream()
                        .collect(Collectors.groupingBy(seen -> seen, Collectors.counting())))
                .isEqualTo(Map.of(day(1), 1_500L, day(2), 1_000L, day(3), 500L));
    }

    @Test
    void shouldForgetEverything() {
        record(failing("old").at(day(1)), passing("older").at(day(0)).named("nginx"));

        assertThat(history.purge(day(300))).isEqualTo(2);

        assertThat(history.list(HistoryQuery.newest(10))).isEmpty();
        assertThat(history.firstSeen(PAYMENTS)).isEmpty();
        assertThat(history.purge(day(300))).isZero();
    }
}
