package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.history.Scans.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryQuery;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import io.jenkins.plugins.qualysfargate.engine.history.SeriesQuery;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A look-up costs by what it gives, not by what is stored: calls, as the tables get them. */
class CloudCostTest {
    private static final int STORED = 2_000;
    private static final Clock CLOCK = Clock.fixed(NOON.plus(Duration.ofDays(400)), ZoneOffset.UTC);

    private static CloudHistorySettings settings;

    // Twenty names; a hundred scans a day for twenty days; one in ten fails; then nothing for a year.
    @BeforeAll
    static void store() {
        settings = CloudStores.make();
        CloudLines.store(settings, STORED, CloudCostTest::scan);
    }

    private static Scans scan(int number) {
        return (number % 10 == 7 ? Scans.failing("scan-" + number) : Scans.passing("scan-" + number))
                .named("registry.example/app-" + number % 20 + ":1." + number)
                .of(digest(number))
                .at(NOON.plus(Duration.ofMinutes(number * 14L)));
    }

    private static Digest digest(int number) {
        return new Digest("sha256:" + String.format(Locale.ROOT, "%064x", number / 4));
    }

    private static int calls(Consumer<History> operation) {
        try (TroubledPath path = CloudStores.troubled(call -> new Fault.None());
                History history = CloudStores.open(settings, CLOCK, path.endpoint())) {
            operation.accept(history);
            return path.calls().size();
        }
    }

    static Stream<Arguments> lookUps() {
        HistoryQuery page = HistoryQuery.newest(25);
        return Stream.of(
                // The names, and the page.
                Arguments.of("page of an image", 2, list(page.ofImage("registry.example/app-7"), 25)),
                Arguments.of("page of a digest", 1, list(page.ofDigest(digest(40)), 4)),
                // The days, and each verdict of the newest day in two shards; it has all of the page.
                Arguments.of("newest page", 5, list(page, 25)),
                Arguments.of("page of a verdict", 7, list(page.judged(VerdictKind.FAIL), 25)),
                Arguments.of(
                        "a year without scans",
                        1,
                        list(page.since(NOON.plus(Duration.ofDays(30))).until(NOON.plus(Duration.ofDays(395))), 0)),
                // The line and the document.
                Arguments.of("cache", 2, (Consumer<History>)
                        history -> history.latestComplete(Scans.digest('f'), Platform.LINUX_AMD64)),
                Arguments.of("series", 2, (Consumer<History>)
                        history -> history.series(new SeriesQuery("registry.example/app-7", null, null, 20))),
                Arguments.of("no baseline", 1, (Consumer<History>) history ->
                        history.baseline(BaselineQuery.previous("registry.example/none", Platform.LINUX_AMD64, null))));
    }

    private static Consumer<History> list(HistoryQuery query, int expected) {
        return history -> assertThat(history.list(query)).hasSize(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lookUps")
    void shouldCallAsOftenAsTheAnswerNeeds(String what, int most, Consumer<History> lookUp) {
        assertThat(calls(lookUp)).as(what).isLessThanOrEqualTo(most);
    }

    @Test
    void shouldReachThePageInTheMiddleAsSoonAsTheFirst() {
        List<Integer> calls = new ArrayList<>();
        for (int number : new int[] {1_900, 1_000, 200}) {
            HistoryQuery page =
                    HistoryQuery.newest(25).ofImage("app-7").until(scan(number).judgedAt());
            calls.add(calls(history -> history.list(page)));
        }
        assertThat(calls).containsOnly(2);
    }

    @Test
    void shouldSaveInAFewCallsWhateverIsStored() {
        // The id, the day, the name, the first sights, the scan cache and the transaction.
        assertThat(calls(history -> history.record(
                        Scans.failing("one").named("registry.example/app-7").make())))
                .isLessThanOrEqualTo(6);
    }
}
