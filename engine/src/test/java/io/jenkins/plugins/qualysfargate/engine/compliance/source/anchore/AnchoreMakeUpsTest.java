package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.resubmit.MakeUpRuns;
import io.jenkins.plugins.qualysfargate.engine.resubmit.RunLook;
import io.jenkins.plugins.qualysfargate.engine.resubmit.SourcePicture;
import io.jenkins.plugins.qualysfargate.engine.resubmit.StartOutcome;
import io.jenkins.plugins.qualysfargate.engine.resubmit.anchore.AnchoreMakeUps;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnchoreMakeUpsTest extends AnchoreRig {

    private MakeUpRuns runs() {
        return new AnchoreMakeUps(new AnchoreService(server(), dated(), budget, CLOCK, length -> {}), rule);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldHaveAnImageAnalysedAgainAndSeeItBegin(boolean v2) throws BlindException {
        use(v2);
        anchore.image(ONE, "analysis_failed", YESTERDAY, "1");
        String run = accepted(runs().start(ONE));
        assertThat(anchore.added()).contains("docker.io/library/app:1");
        anchore.image(ONE, "not_analyzed", YESTERDAY, "1");
        assertThat(look(run)).isEqualTo(new RunLook(RunState.QUEUED, false, "not_analyzed", ""));
        anchore.image(ONE, "analyzing", YESTERDAY, "1");
        assertThat(look(run).begun()).isTrue();
        anchore.image(ONE, "analyzed", NOW, "1");
        assertThat(look(run).state()).isEqualTo(RunState.COMPLETED);
    }

    @Test
    void shouldNotTakeTheAnalysisBeforeForTheNewOne() throws BlindException {
        use(true);
        anchore.image(ONE, "analyzed", YESTERDAY, "1");
        String run = accepted(runs().start(ONE));
        assertThat(look(run).begun()).isFalse();
        assertThat(runs().startedSince(ONE, NOW.minus(Duration.ofMinutes(10)))).isEmpty();
        anchore.image(ONE, "analyzing", YESTERDAY, "1");
        assertThat(runs().startedSince(ONE, NOW.minus(Duration.ofMinutes(10)))).hasSize(1);
    }

    @Test
    void shouldShowServicesAndFeedsThatItDependsOn() throws BlindException {
        use(true);
        anchore.image(ONE, "analysis_failed", YESTERDAY, "1");
        SourcePicture picture = runs().picture(ONE, YESTERDAY, NOW);
        assertThat(picture.zoned()).isFalse();
        assertThat(picture.definition()).isNotNull();
        assertThat(picture.components())
                .extracting(Component::kind)
                .contains(Component.Kind.SERVICE, Component.Kind.FEED);
        assertThat(runs().picture(TWO, YESTERDAY, NOW).definition()).isNull();
    }

    @Test
    void shouldNotBeginWhatCannotBePulled() {
        use(true);
        assertThat(runs().start(TWO)).isInstanceOf(StartOutcome.NotStarted.class);
        assertThat(runs().start("no digest")).isInstanceOf(StartOutcome.NotStarted.class);
        assertThat(anchore.added()).isEmpty();
    }

    @Test
    void shouldSayIfTheTagIsAnotherImageByNow() {
        use(true);
        anchore.image(TWO, "analyzed", YESTERDAY, "1");
        anchore.image(ONE, "analysis_failed", YESTERDAY, "1");
        assertThat(notStarted(runs().start(ONE))).contains("another image").contains(TWO);
    }

    @ParameterizedTest
    @CsvSource({"400,NotStarted", "429,NotStarted", "500,Unclear", "503,Unclear"})
    void shouldKnowOnlyWhatTheAnswerSays(int status, String expected) {
        use(true);
        anchore.image(ONE, "analysis_failed", YESTERDAY, "1");
        anchore.on(FakeAnchore.Operation.IMAGES, status, "{\"message\":\"no\"}");
        assertThat(runs().start(ONE).getClass().getSimpleName()).isEqualTo(expected);
    }

    @Test
    void shouldNotKnowAWordThatIsNew() throws BlindException {
        use(true);
        anchore.image(ONE, "half_analyzed", YESTERDAY, "1");
        assertThat(look(ONE + "@0").state()).isEqualTo(RunState.UNRECOGNISED);
        assertThat(runs().run(TWO + "@0")).isEmpty();
    }

    private RunLook look(String run) throws BlindException {
        return runs().run(run).orElseThrow();
    }

    private static String accepted(StartOutcome outcome) {
        return outcome.fold(
                StartOutcome.Accepted::runId,
                not -> {
                    throw new AssertionError(not);
                },
                unclear -> {
                    throw new AssertionError(unclear);
                });
    }

    private static String notStarted(StartOutcome outcome) {
        return outcome.fold(accepted -> "accepted", StartOutcome.NotStarted::reason, unclear -> "unclear");
    }
}
