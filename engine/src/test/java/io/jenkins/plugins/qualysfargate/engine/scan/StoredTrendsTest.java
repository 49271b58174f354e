package io.jenkins.plugins.qualysfargate.engine.scan;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static io.jenkins.plugins.qualysfargate.engine.history.Scans.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendPoint;
import io.jenkins.plugins.qualysfargate.engine.history.FakeHistory;
import io.jenkins.plugins.qualysfargate.engine.history.ImageSeries;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement.Novelty;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoredTrendsTest {
    private static final Platform ARM = Platform.parse("linux/arm64/v8");

    private final FakeHistory history = new FakeHistory();
    private final StoredTrends trends = new StoredTrends(history);

    private static Instant day(int day) {
        return NOON.plus(Duration.ofDays(day));
    }

    private ScanRecord record(Scans scans) {
        ScanRecord scan = scans.make();
        history.record(scan);
        return scan;
    }

    private List<String> labels(JudgedImage image) {
        return trends.of(image).orElseThrow().points().stream()
                .map(TrendPoint::label)
                .toList();
    }

    @Test
    void shouldEndWithTheImageItself() {
        record(Scans.failing("one").at(day(0)));
        ScanRecord self = record(Scans.failing("two").at(day(1)).findings(finding("1", "a"), finding("2", "b")));
        record(Scans.passing("three").at(day(2)));

        assertThat(trends.of(self.image()))
                .hasValue(Trend.of(List.of(
                        new TrendPoint("2026-01-22 12:00", VerdictKind.FAIL, 1L, null, null),
                        new TrendPoint("2026-01-23 12:00", VerdictKind.FAIL, 2L, null, null))));
    }

    @Test
    void shouldCountEveryKindOfNewFindingAndWhatIsFixed() {
        ImageSeries series = new ImageSeries(
                List.of(new ImageSeries.Entry(
                        ScanSummary.of(Scans.failing("one").make()), new Novelty(3, 4, 100, 5))),
                9);

        Trend trend = StoredTrends.trend(series);

        assertThat(trend.points()).containsExactly(new TrendPoint("2026-01-22 12:00", VerdictKind.FAIL, 1L, 7L, 5L));
        assertThat(trend.leftOut()).isEqualTo(9);
    }

    @Test
    void shouldHaveNoNumbersOfAScanWithoutAnAnswer() {
        ScanRecord broken = record(Scans.broken("one"));
        assertThat(trends.of(broken.image())).hasValue(Trend.of(List.of(TrendPoint.indeterminate("2026-01-22 12:00"))));
    }

    @Test
    void shouldFollowOnePlatformAndWhatEndedBeforeThereWasOne() {
        record(Scans.passing("amd").at(day(0)));
        record(Scans.passing("arm").at(day(1)).on(ARM));
        ScanRecord broken = Scans.broken("unresolved").at(day(2)).make();
        JudgedImage unresolved = new JudgedImage(
                broken.image().name(), null, null, null, broken.image().judgement(), day(2), "registry");
        history.record(new ScanRecord(
                new ScanId("unresolved"), unresolved, "default", "f00d", null, Scans.TYPES, null, day(2)));
        ScanRecord amd = record(Scans.passing("amd2").at(day(3)));

        assertThat(labels(amd.image())).containsExactly("2026-01-22 12:00", "2026-01-24 12:00", "2026-01-25 12:00");
        assertThat(labels(unresolved))
                .as("the platform of the newest scan that has one")
                .containsExactly("2026-01-23 12:00", "2026-01-24 12:00");
        assertThat(trends.series(String.valueOf(unresolved.name()), null).scans())
                .extracting(each -> each.scan().id().value())
                .containsExactly("amd", "unresolved", "amd2");
    }

    @Test
    void shouldKeepTheLastFiftyAndCountTheOthers() {
        for (int i = 0; i < Trend.MOST + 3; i++) {
            record(Scans.passing("scan-" + i).at(day(i)));
        }
        Trend trend = StoredTrends.trend(trends.series("registry.example/payments-api", Platform.LINUX_AMD64));
        assertThat(trend.points()).hasSize(Trend.MOST);
        assertThat(trend.points().get(0).label()).isEqualTo("2026-01-25 12:00");
        assertThat(trend.leftOut()).isEqualTo(3);
    }

    @Test
    void shouldHaveNoTrendOfWhatHasNoNameOrIsNotStored() {
        record(Scans.passing("one").named(null));
        assertThat(trends.of(Scans.passing("one").named(null).make().image())).isEmpty();
        assertThat(trends.of(Scans.passing("two").make().image())).isEmpty();
        assertThat(trends.series("nginx", null).scans()).isEmpty();
    }
}
