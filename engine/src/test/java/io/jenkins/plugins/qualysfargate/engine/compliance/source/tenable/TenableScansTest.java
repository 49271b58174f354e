package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.FakeCourse;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin.Operation;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenableScansTest extends TenableRig {
    @BeforeEach
    void define() {
        tenable.define("7", "ALC_Prod_WDC06_private_import").inZone("3", "ALC_Prod_WDC06_SZ");
    }

    @Test
    void shouldLaunchAScanAndSeeItReallyScan() throws BlindException {
        String id = accepted(scans(KEY).launch("7"));
        TenableResult queued = scans(KEY).result(id).orElseThrow();
        assertThat(queued.status()).isEqualTo("Queued");
        assertThat(queued.scanId()).isEqualTo("7");
        assertThat(begun(queued)).isFalse();
        clock.forward(Duration.ofMinutes(30));
        assertThat(begun(scans(KEY).result(id).orElseThrow())).isTrue();
    }

    @Test
    void shouldSeeThatAnAcceptedLaunchNeverStarts() throws BlindException {
        tenable.launchesGo(FakeCourse.NEVER_STARTS);
        String id = accepted(scans(ACCOUNT).launch("7"));
        clock.forward(Duration.ofDays(2));
        TenableResult result = scans(ACCOUNT).result(id).orElseThrow();
        assertThat(begun(result)).isFalse();
        assertThat(result.mayChange()).isTrue();
        assertThat(tenable.openSessions()).isZero();
    }

    @Test
    void shouldNotKnowIfTheAnswerIsLostAndFindTheResultAfterwards() throws BlindException {
        tenable.loseAnswersOf(Operation.LAUNCH);
        TenableLaunch launch = scans(KEY).launch("7");
        assertThat(launch).isInstanceOf(TenableLaunch.Unclear.class);
        assertThat(tenable.results()).isEqualTo(1);
        assertThat(asked("POST")).isEqualTo(1);
        assertThat(scans(KEY).resultsSince(NOW))
                .extracting(TenableResult::scanId)
                .containsExactly("7");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 500, 502})
    void shouldNotKnowIfTheAnswerIsNone(int status) {
        tenable.on(Operation.LAUNCH, answering(status, Map.of(), "<html>"));
        assertThat(scans(KEY).launch("7")).isInstanceOf(TenableLaunch.Unclear.class);
    }

    @Test
    void shouldNotKnowIfTheServerBrokeWhileItLaunched() {
        tenable.on(Operation.LAUNCH, answering(500, Map.of(), "{\"response\":\"\",\"error_code\":5}"));
        assertThat(scans(KEY).launch("7")).isInstanceOf(TenableLaunch.Unclear.class);
    }

    @Test
    void shouldNotKnowIfTheAnswerNamesNoResult() {
        tenable.on(Operation.LAUNCH, answering(200, Map.of(), "{\"response\":{\"scanID\":\"7\"},\"error_code\":0}"));
        assertThat(scans(KEY).launch("7")).isInstanceOf(TenableLaunch.Unclear.class);
    }

    @Test
    void shouldKnowThatItWasNotLaunchedIfTheServerSaysNo() {
        assertThat(notLaunched(scans(KEY).launch("99")))
                .contains("launch the scan 99")
                .contains("error_code 147");
        tenable.on(Operation.LAUNCH, answering(429, Map.of(), "slow down"));
        assertThat(notLaunched(scans(KEY).launch("7"))).contains("HTTP 429");
    }

    @Test
    void shouldKnowThatItWasNotLaunchedIfNobodyWasLetIn() {
        assertThat(notLaunched(scans(WRONG_PASSWORD).launch("7"))).contains("Invalid login");
        assertThat(notLaunched(scans(WRONG_KEY).launch("7"))).contains("invalid token");
        assertThat(notLaunched(scans(KEY).launch("7"))).contains("refused 2 times");
        assertThat(tenable.results()).isZero();
    }

    @Test
    void shouldNotLaunchAgainByItselfIfTheSessionHasEnded() {
        tenable.on(Operation.LAUNCH, answering(403, Map.of(), "{\"response\":\"\",\"error_code\":12}"));
        assertThat(scans(ACCOUNT).launch("7")).isInstanceOf(TenableLaunch.NotLaunched.class);
        assertThat(asked("POST /rest/scan/7/launch")).isEqualTo(1);
    }

    @Test
    void shouldNameEveryRunThatIsUnderWayWithItsDefinitionIfItHasOne() throws BlindException {
        String with = tenable.run("7", NOW.minus(Duration.ofMinutes(10)), FakeCourse.GOOD);
        String without = tenable.runAlone(
                "ad hoc", NOW.minus(Duration.ofDays(35)), FakeCourse.GOOD.runningFor(Duration.ofDays(40)));
        tenable.run("7", NOW.minus(Duration.ofDays(1)), FakeCourse.GOOD);
        assertThat(scans(KEY).activeResults())
                .extracting(TenableResult::id, TenableResult::scanId)
                .containsExactlyInAnyOrder(tuple(with, "7"), tuple(without, null));
    }

    @Test
    void shouldNeverSayThatNothingIsUnderWayIfItCannotTell() {
        tenable.on(Operation.RESULTS, answering(502, Map.of(), "<html>"));
        assertThatThrownBy(() -> scans(KEY).activeResults())
                .isInstanceOf(BlindException.class)
                .hasMessageContaining("Could not list the running scan results");
    }

    @Test
    void shouldSayWhatTheDefinitionAllows() throws BlindException {
        TenableDefinition definition = scans(KEY).definition("7").orElseThrow();
        assertThat(definition.zoneId()).isEqualTo("3");
        assertThat(definition.canUse()).isTrue();
        assertThat(definition.canManage()).isTrue();
        assertThat(definition.dependents()).isZero();
        assertThat(definition.modifiedAt()).isNotNull();
    }

    @Test
    void shouldTellWhatIsGoneFromWhatCannotBeSeen() throws BlindException {
        assertThat(scans(KEY).definition("99")).isEmpty();
        assertThat(scans(KEY).result("99")).isEmpty();
        tenable.on(Operation.DEFINITION, answering(403, Map.of(), "{\"response\":\"\",\"error_code\":59}"));
        assertThatThrownBy(() -> scans(KEY).definition("99")).isInstanceOf(BlindException.class);
    }

    @Test
    void shouldStopARunThatIsUnderWay() throws BlindException {
        String id = tenable.run("7", NOW.minus(Duration.ofMinutes(30)), FakeCourse.GOOD);
        scans(KEY).control(id, TenableControl.STOP);
        assertThat(scans(KEY).result(id).orElseThrow().status()).isEqualTo("Partial");
        assertThat(asked("POST /rest/scanResult/" + id + "/stop")).isEqualTo(1);
    }

    @Test
    void shouldSayIfARunDidNotObey() {
        tenable.on(Operation.CONTROL, LoopbackServer.cutting("{"));
        assertThatThrownBy(() -> scans(KEY).control("101", TenableControl.PAUSE))
                .isInstanceOf(BlindException.class)
                .hasMessageContaining("Could not pause the scan result 101");
        assertThat(asked("POST")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "7/../8", "7?x", "seven"})
    void shouldAskForNothingElseThanAnId(String id) {
        assertThatThrownBy(() -> scans(KEY).launch(id)).isInstanceOf(IllegalArgumentException.class);
        assertThat(tenable.calls()).isEmpty();
    }

    private static boolean begun(TenableResult result) {
        return result.progress() != null && result.progress().begun();
    }

    private static String accepted(TenableLaunch launch) {
        return launch.fold(
                TenableLaunch.Accepted::resultId,
                not -> {
                    throw new AssertionError(not);
                },
                unclear -> {
                    throw new AssertionError(unclear);
                });
    }

    private static String notLaunched(TenableLaunch launch) {
        return launch.fold(accepted -> "accepted", TenableLaunch.NotLaunched::reason, unclear -> "unclear");
    }
}
