package io.jenkins.plugins.qualysfargate.engine.sweep;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.history.FakeHistory;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.push.LocalPushQueue;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import io.jenkins.plugins.qualysfargate.engine.push.PushDecision;
import io.jenkins.plugins.qualysfargate.engine.push.PushEvents;
import io.jenkins.plugins.qualysfargate.engine.push.Pushes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a sweep says of images, and what it has done about them. */
class SweepTest {
    private static final String NAME = Pushes.REGISTRY.host() + "/payments-api";
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final FakeHistory history = new FakeHistory();
    private final List<SweepFinding> findings = new ArrayList<>();

    private static Instant ago(Duration time) {
        return NOON.minus(time);
    }

    private static CatalogueImage image(int number, Instant pushedAt, Digest... platforms) {
        return new CatalogueImage(
                Pushes.REGISTRY,
                "payments-api",
                digest(number),
                List.of("1." + number),
                pushedAt,
                platforms.length == 0 ? List.of(digest(number)) : List.of(platforms));
    }

    private static CatalogueImage image(int number) {
        return image(number, ago(Duration.ofDays(60)));
    }

    private void scanned(Scans scan, int number, Duration ago) {
        history.record(scan.named(NAME + ":1." + number)
                .of(digest(number))
                .at(ago(ago))
                .make());
    }

    private SweepOutcome sweep(SweepAction action, CatalogueImage... images) {
        ImageCatalogue catalogue = (query, reader) -> reader.accept(new CataloguePage(List.of(images), List.of()));
        return new Sweep(catalogue, history, SweepRule.DEFAULT, CLOCK).run(CatalogueQuery.TAGGED, action);
    }

    private SweepState state(CatalogueImage image) {
        findings.clear();
        sweep(findings::add, image);
        assertThat(findings).hasSize(1);
        return findings.get(0).state();
    }

    @Test
    void shouldFindWhatNoEventAnnounced() {
        assertThat(state(image(1))).isEqualTo(SweepState.NEVER_SCANNED);
        assertThat(findings.get(0).reason()).isEqualTo("It was never scanned.");
    }

    @Test
    void shouldWaitForAScanThatMayBeOnItsWay() {
        assertThat(state(image(1, ago(Duration.ofMinutes(19))))).isEqualTo(SweepState.RECENT);
        assertThat(state(image(1, ago(Duration.ofMinutes(20))))).isEqualTo(SweepState.NEVER_SCANNED);
    }

    @Test
    void shouldKnowACompleteScanByItsAge() {
        scanned(Scans.failing("one"), 1, Duration.ofDays(30));
        scanned(Scans.failing("two"), 2, Duration.ofDays(31));

        assertThat(state(image(1))).isEqualTo(SweepState.CURRENT);
        assertThat(state(image(2))).isEqualTo(SweepState.STALE);
    }

    @Test
    void shouldNotTakeAnIndeterminateScanForAnAnswer() {
        scanned(Scans.broken("one"), 1, Duration.ofDays(1));
        scanned(Scans.failing("two"), 2, Duration.ofDays(2));
        scanned(Scans.broken("three"), 2, Duration.ofDays(1));

        assertThat(state(image(1))).isEqualTo(SweepState.INDETERMINATE);
        assertThat(findings.get(0).reason()).contains("no report was written");
        assertThat(state(image(2))).as("the complete scan is still good").isEqualTo(SweepState.CURRENT);
    }

    @Test
    void shouldNotBelieveAScanOfTheFuture() {
        scanned(Scans.failing("one"), 1, Duration.ofDays(-1));

        assertThat(state(image(1))).isEqualTo(SweepState.STALE);
    }

    @Test
    void shouldDecideByTheWorstPlatform() {
        scanned(Scans.failing("one"), 1, Duration.ofDays(1));
        scanned(Scans.failing("two"), 2, Duration.ofDays(40));

        assertThat(state(image(9, ago(Duration.ofDays(60)), digest(1)))).isEqualTo(SweepState.CURRENT);
        assertThat(state(image(9, ago(Duration.ofDays(60)), digest(1), digest(2))))
                .isEqualTo(SweepState.STALE);
        assertThat(state(image(9, ago(Duration.ofDays(60)), digest(1), digest(3))))
                .isEqualTo(SweepState.NEVER_SCANNED);
        assertThat(findings.get(0).reason()).isEqualTo("Its platform " + digest(3) + " was never scanned.");
    }

    @Test
    void shouldSuspectNothingWherePredecessorsHadFindings() {
        scanned(Scans.failing("one"), 1, Duration.ofDays(3));
        scanned(Scans.passing("two"), 2, Duration.ofDays(2));

        assertThat(state(image(2))).isEqualTo(SweepState.SUSPECT);

        scanned(Scans.passing("again"), 2, Duration.ofDays(1));
        assertThat(state(image(2))).as("a second scan confirms it").isEqualTo(SweepState.CURRENT);
    }

    @Test
    void shouldNotSuspectWhatWasAlwaysClean() {
        scanned(Scans.passing("one"), 1, Duration.ofDays(3));
        scanned(Scans.passing("two"), 2, Duration.ofDays(2));

        assertThat(state(image(1))).isEqualTo(SweepState.CURRENT);
        assertThat(state(image(2))).isEqualTo(SweepState.CURRENT);
    }

    @Test
    void shouldCountWhatItFound() {
        scanned(Scans.failing("one"), 1, Duration.ofDays(1));

        SweepOutcome outcome = sweep(findings::add, image(1), image(2), image(3, NOON));

        assertThat(outcome.images())
                .isEqualTo(Map.of(SweepState.CURRENT, 1L, SweepState.NEVER_SCANNED, 1L, SweepState.RECENT, 1L));
        assertThat(outcome.open()).isEqualTo(1);
        assertThat(outcome.total()).isEqualTo(3);
    }

    @Test
    void shouldFailWhenTheHistoryIsAway() {
        history.failWith(new HistoryUnavailableException("no table", null));

        assertThatThrownBy(() -> sweep(findings::add, image(1))).isInstanceOf(HistoryUnavailableException.class);
    }

    @Test
    void shouldLookUpManySmallPagesAtOnceAndNoneTwice() {
        ImageCatalogue catalogue = (query, reader) -> IntStream.range(0, 2500)
                .forEach(i -> reader.accept(new CataloguePage(List.of(image(i)), List.of("problem " + i))));

        SweepOutcome outcome =
                new Sweep(catalogue, history, SweepRule.DEFAULT, CLOCK).run(CatalogueQuery.TAGGED, findings::add);

        assertThat(findings).hasSize(2500).doesNotHaveDuplicates();
        assertThat(outcome.problemCount()).isEqualTo(2500);
        assertThat(outcome.problems()).hasSize(100);
    }

    @Test
    void shouldPutWhatIsOpenIntoTheQueue() {
        LocalPushQueue queue = new LocalPushQueue(CLOCK, 1000);
        scanned(Scans.failing("one"), 1, Duration.ofDays(1));
        scanned(Scans.failing("two"), 2, Duration.ofDays(40));

        EnqueueOpen action = new EnqueueOpen(queue, SweepRule.DEFAULT, CLOCK);
        sweep(action, image(1), image(2), image(3), image(4, NOON));

        List<Push> pushes = queue.receive(10, Duration.ZERO, Duration.ofMinutes(1)).stream()
                .map(message ->
                        PushEvents.decode(message.body()).fold(PushDecision.Wanted::push, it -> null, it -> null))
                .toList();
        assertThat(action.sent()).isEqualTo(2);
        assertThat(pushes).extracting(Push::digest).containsExactly(digest(2), digest(3));
        assertThat(pushes)
                .extracting(Push::freshAfter)
                .as("the old scan of the first is not to count, and for the second any will do")
                .containsExactly(NOON.minus(SweepRule.DEFAULT.maxAge()), null);
        assertThat(pushes.get(0).tag()).isEqualTo("1.2");
    }

    @Test
    void shouldPutMoreThanABatchIntoTheQueue() {
        LocalPushQueue queue = new LocalPushQueue(CLOCK, 1000);
        EnqueueOpen action = new EnqueueOpen(queue, SweepRule.DEFAULT, CLOCK);

        sweep(action, IntStream.range(0, 25).mapToObj(SweepTest::image).toArray(CatalogueImage[]::new));

        assertThat(action.sent()).isEqualTo(25);
        assertThat(queue.receive(100, Duration.ZERO, Duration.ofMinutes(1))).hasSize(25);
    }
}
