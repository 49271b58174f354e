package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Patience;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore.FakeAnchore.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people ask an Anchore, and how long they wait for it. */
@Timeout(60)
class AnchoreServiceTest extends AnchoreRig {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** Passes as much time as somebody waits. */
    private static final class Waiting extends Clock implements Patience {
        private Instant now = NOW;
        private Runnable meanwhile = () -> {};
        private int rounds;

        @Override
        public void pass(Duration time) {
            now = now.plus(time);
            rounds++;
            meanwhile.run();
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("it has one zone");
        }
    }

    private final Waiting time = new Waiting();

    private AnchoreService service() {
        return new AnchoreService(server(), dated(), budget, time, time);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldListEventsAndGiveOne(boolean v2) throws BlindException {
        use(v2);
        for (int i = 0; i < 130; i++) {
            anchore.event("t" + i, i % 2 == 0 ? "error" : "INFO", ONE, "m");
        }
        EventQuery all = new EventQuery("analyzer", null, null, null, null, YESTERDAY, NOW, 120);

        assertThat(service().events(all)).hasSize(120);
        assertThat(anchore.http().requests().get(0))
                .contains(v2 ? "source_service_name=analyzer" : "source_servicename=analyzer");
        assertThat(service().events(EventQuery.ERRORS)).hasSize(65).allSatisfy(event -> {
            assertThat(event.level()).isEqualTo("ERROR");
            assertThat(event.at()).isEqualTo(Instant.parse("2026-01-22T11:00:00.123456Z"));
        });
        assertThat(service().event("event-3").service()).isEqualTo("analyzer");
        assertThatThrownBy(() -> service().event("../images")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> service().event("event-999")).isInstanceOf(AnchoreErrorException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldListFeedsStatesAndErrorCodes(boolean v2) throws BlindException {
        use(v2);

        assertThat(service().feeds()).singleElement().satisfies(feed -> assertThat(feed.lastFullSync())
                .isEqualTo(NOW.minusSeconds(3600)));
        assertThat(service().status()).hasSize(5).allSatisfy(host -> assertThat(host.up())
                .isTrue());
        assertThat(service().errorCodes())
                .containsExactly(new AnchoreErrorCode("REGISTRY_PERMISSION_DENIED", "no access"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldAddAnImage(boolean v2) throws BlindException {
        use(v2);
        anchore.image(ONE, "not_analyzed", NOW, "1");

        assertThat(service().add("docker.io/library/app:1", true)).isEqualTo(new Digest(ONE));
        assertThat(anchore.http().requests().get(0)).contains("POST", "force=true");
        assertThat(anchore.added()).contains(v2 ? "pull_string" : "\"tag\":\"docker.io");
        assertThat(service().image(new Digest(ONE)).name()).isEqualTo("docker.io/library/app:1");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldWaitUntilAnImageIsAnalysed(boolean v2) throws Exception {
        use(v2);
        anchore.image(ONE, "not_analyzed", NOW, "1");
        time.meanwhile = () -> anchore.image(ONE, time.rounds < 3 ? "analyzing" : "analyzed", NOW, "1");

        AnchoreWait wait = service().await(new Digest(ONE), HOUR, MINUTE);

        assertThat(wait.ending()).isEqualTo(AnchoreWait.Ending.ANALYZED);
        assertThat(time.rounds).isEqualTo(3);
    }

    @Test
    void shouldEndAtOnceWhenTheAnalysisFails() throws Exception {
        use(true);
        anchore.image(ONE, "analysis_failed", NOW, "1");
        anchore.event("user.image.analysis.failed", "error", ONE, "cannot pull");

        AnchoreWait wait = service().await(new Digest(ONE), HOUR, MINUTE);

        assertThat(wait.ending()).isEqualTo(AnchoreWait.Ending.FAILED);
        assertThat(wait.why()).isNotNull().satisfies(event -> assertThat(event.message())
                .isEqualTo("cannot pull"));
        assertThat(time.rounds).isZero();
    }

    @Test
    void shouldEndWhenTheTimeIsOverAlsoIfSomebodySetsTheClockBack() throws Exception {
        use(true);
        anchore.image(ONE, "analyzing", NOW, "1");

        assertThat(service()
                        .await(new Digest(ONE), HOUR, Duration.ofMinutes(10))
                        .ending())
                .isEqualTo(AnchoreWait.Ending.TIMED_OUT);
        assertThat(time.rounds).isEqualTo(6);

        time.meanwhile = () -> time.now = NOW.minus(Duration.ofDays(365));
        assertThat(service()
                        .await(new Digest(ONE), HOUR, Duration.ofMinutes(10))
                        .ending())
                .isEqualTo(AnchoreWait.Ending.TIMED_OUT);
    }

    @Test
    void shouldNotWaitForAWordThatIsNotKnown() throws Exception {
        use(true);
        anchore.image(ONE, "paused", NOW, "1");

        assertThat(service().await(new Digest(ONE), HOUR, MINUTE).ending()).isEqualTo(AnchoreWait.Ending.UNRECOGNISED);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404})
    void shouldNotWaitForWhatDoesNotPass(int status) {
        use(true);
        anchore.on(Operation.IMAGE, status, "{\"message\": \"no\"}");
        anchore.on(Operation.SYSTEM, status, "{\"message\": \"no\"}");

        assertThatThrownBy(() -> service().await(new Digest(ONE), HOUR, MINUTE))
                .isInstanceOf(AnchoreErrorException.class);
        assertThatThrownBy(() -> service().awaitSystem(AnchoreRule.DEFAULT, HOUR, MINUTE))
                .isInstanceOf(BlindException.class);
        assertThat(time.rounds).isZero();
    }

    @Test
    void shouldWaitUntilServicesAndFeedsAreThere() throws Exception {
        use(false);
        anchore.noFeeds();
        anchore.feed("vulnerabilities", null);
        time.meanwhile = () -> {
            if (time.rounds == 2) {
                anchore.noFeeds();
                anchore.feed("vulnerabilities", NOW);
            }
        };

        assertThat(service().awaitSystem(AnchoreRule.DEFAULT, HOUR, MINUTE)).isEqualTo(new SystemWait(true, List.of()));
        assertThat(time.rounds).isEqualTo(2);
    }

    @Test
    void shouldSayWhatIsMissingWhenTheTimeIsOver() throws Exception {
        use(true);
        anchore.noServices();
        anchore.on(Operation.FEEDS, LoopbackServer.answering(503, Map.of(), ""));

        SystemWait wait = service().awaitSystem(AnchoreRule.DEFAULT, Duration.ofMinutes(5), MINUTE);

        assertThat(wait.ready()).isFalse();
        assertThat(wait.missing()).singleElement().satisfies(text -> assertThat(text)
                .contains("503"));
        assertThat(time.rounds).isEqualTo(5);
    }
}
