package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What both kinds of Anchore say of images, services and feeds, and what is made of it. */
@Timeout(60)
class AnchoreSourceTest extends AnchoreRig {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldTakeAnAnalysedImageForHealthy(boolean v2) {
        use(v2);
        anchore.image(ONE, "analyzed", YESTERDAY, "1");

        assertThat(condition(ONE))
                .isEqualTo(new Condition(
                        ONE, Level.HEALTHY, YESTERDAY.plusSeconds(60), YESTERDAY.plusSeconds(60), "", ""));
        assertThat(seen().subjects()).singleElement().satisfies(subject -> {
            assertThat(subject.name()).isEqualTo("docker.io/library/app:1");
            assertThat(subject.tags()).containsExactly("repository:docker.io/library/app");
        });
        assertThat(seen().components()).hasSize(6).allSatisfy(each -> assertThat(each.working())
                .isTrue());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldExplainAFailedAnalysisByItsEvent(boolean v2) {
        use(v2);
        anchore.image(ONE, "analysis_failed", YESTERDAY, "1");
        anchore.event("user.image.analysis.failed", "error", ONE, "cannot pull");
        for (int i = 0; i < 150; i++) {
            anchore.event("system.feeds.sync.failed", "ERROR", "feed", "noise " + i);
        }

        assertThat(condition(ONE).level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition(ONE).since()).isEqualTo(YESTERDAY);
        assertThat(condition(ONE).reason())
                .contains("user.image.analysis.failed: cannot pull", "SKOPEO_UNKNOWN_ERROR", "log of analyzer");
    }

    @Test
    void shouldSayThatNoEventExplainsIt() {
        use(true);
        anchore.image(ONE, "analysis_failed", YESTERDAY, "1");
        anchore.on(FakeAnchore.Operation.EVENTS, 403, "{\"message\": \"no\"}");

        assertThat(condition(ONE).reason()).contains("no event that explains it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not_analyzed", "analyzing"})
    void shouldCountAWaitingImageSinceItWasAddedAndNotSinceItsLastChange(String word) {
        use(false);
        anchore.image(ONE, word, YESTERDAY, "1");

        assertThat(condition(ONE).level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition(ONE).since()).as("it may loop for ever").isEqualTo(YESTERDAY);
        assertThat(condition(ONE).reason()).contains(word);
    }

    @Test
    void shouldNotCountAnImageThatIsAnalysedAnewSinceItWasFirstAdded() {
        use(true);
        anchore.image(ONE, "analyzing", YESTERDAY, "1")
                .put("analyzed_at", YESTERDAY.plusSeconds(60).toString());

        assertThat(condition(ONE).since()).isNull();
        assertThat(condition(ONE).lastGood()).isEqualTo(YESTERDAY.plusSeconds(60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANALYZED", "analyzed ", "done", ""})
    void shouldNotGuessAWord(String word) {
        use(true);
        anchore.image(ONE, word, YESTERDAY, "1");

        Level level = condition(ONE).level();
        // A field is stripped of white space before it is understood.
        assertThat(level).isEqualTo(word.equals("analyzed ") ? Level.HEALTHY : Level.UNCLEAR);
    }

    @Test
    void shouldOweNothingOfAnImageThatIsBeingDeleted() {
        use(false);
        anchore.image(ONE, "analysis_failed", YESTERDAY, "1").put("image_status", "deleting");

        assertThat(condition(ONE).level()).isEqualTo(Level.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "true, go, HEALTHY",
        "true, warn, HEALTHY",
        "true, stop, UNHEALTHY",
        "true, maybe, UNCLEAR",
        "false, pass, HEALTHY",
        "false, fail, UNHEALTHY",
        "false, '', UNCLEAR"
    })
    void shouldJudgeByTheEvaluationIfThatIsWanted(boolean v2, String word, Level level) {
        use(v2);
        rule = new AnchoreRule(Duration.ofHours(12), Set.of(), true);
        anchore.image(ONE, "analyzed", YESTERDAY, "1");
        anchore.says(ONE, word, NOW.minusSeconds(60));

        assertThat(condition(ONE).level()).isEqualTo(level);
    }

    @Test
    void shouldSuspectAPassThatIsOlderThanItsData() {
        use(false);
        rule = new AnchoreRule(Duration.ofHours(12), Set.of(), true);
        anchore.image(ONE, "analyzed", YESTERDAY, "1");
        anchore.says(ONE, "pass", NOW.minus(Duration.ofHours(2)));

        assertThat(condition(ONE).level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition(ONE).reason()).contains("suspect", "before the feeds were synced");
        assertThat(condition(ONE).since()).as("each sync would move it").isNull();
    }

    @Test
    void shouldSuspectEveryPassWhileFeedsAreStale() {
        use(true);
        rule = new AnchoreRule(Duration.ofHours(12), Set.of(), true);
        anchore.noFeeds();
        anchore.feed("vulnerabilities", NOW.minus(Duration.ofHours(13)));
        anchore.image(ONE, "analyzed", YESTERDAY, "1");
        anchore.says(ONE, "warn", NOW.minusSeconds(60));

        assertThat(condition(ONE).level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition(ONE).reason()).contains("suspect", "stale");
    }

    @Test
    void shouldNotTakeAMissingEvaluationForAPass() {
        use(false);
        rule = new AnchoreRule(Duration.ofHours(12), Set.of(), true);
        anchore.image(ONE, "analyzed", YESTERDAY, "1");
        anchore.image(TWO, "analyzed", YESTERDAY, "2");
        anchore.says(TWO, "pass", null);

        assertThat(condition(ONE).level()).isEqualTo(Level.UNCLEAR);
        assertThat(condition(ONE).reason()).contains("analysis_status: analyzing");
        assertThat(condition(TWO).level()).as("undated").isEqualTo(Level.UNCLEAR);
    }

    @Test
    void shouldNotBelieveAPassWhoseDataNobodyMaySee() {
        use(true);
        rule = new AnchoreRule(Duration.ofHours(12), Set.of(), true);
        anchore.on(FakeAnchore.Operation.FEEDS, 403, "{\"message\": \"no\"}");
        anchore.image(ONE, "analyzed", YESTERDAY, "1");
        anchore.says(ONE, "go", NOW.minusSeconds(60));

        assertThat(condition(ONE).level()).isEqualTo(Level.UNCLEAR);
        assertThat(component("feeds").working()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldCallAServiceDownOnlyIfItIsSoOnEveryHost(boolean v2) {
        use(v2);
        anchore.service("analyzer", "host-old", false, "orphaned");
        anchore.noServices();
        anchore.service("analyzer", "host-old", false, "orphaned");
        anchore.service("analyzer", "host-new", true, "available");
        anchore.service("catalog", "host-1", false, "database is away");
        anchore.service("notifications", "host-1", true, "available");

        assertThat(component("analyzer").working()).isTrue();
        assertThat(component("analyzer").detail()).contains("up on 1 of 2 hosts", "host-old: orphaned");
        assertThat(component("catalog").working()).isFalse();
        assertThat(component("catalog").detail()).contains("database is away");
        assertThat(component("simplequeue").working()).as("nobody lists it").isFalse();
        assertThat(component("notifications").kind()).isEqualTo(Component.Kind.SERVICE);
    }

    @Test
    void shouldSayThatNobodyMaySeeTheServices() {
        use(true);
        anchore.on(FakeAnchore.Operation.SYSTEM, 403, "{\"message\": \"no\"}");

        assertThat(component("services").working()).isNull();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void shouldKnowAStaleADisabledAndANeverSyncedFeed(boolean v2) {
        use(v2);
        anchore.noFeeds();
        anchore.group(anchore.feed("fresh", NOW.minusSeconds(60)), "debian:12", NOW.minusSeconds(60));
        anchore.feed("without-groups", NOW.minusSeconds(60));
        anchore.feed("old", NOW.minus(Duration.ofHours(13)));
        anchore.feed("never", null);
        anchore.feed("future", NOW.plus(Duration.ofHours(1)));
        anchore.feed("off", NOW.minusSeconds(60)).put("enabled", false);
        anchore.group(anchore.feed("half", NOW.minusSeconds(60)), "rhel:9", null);

        assertThat(component("fresh").working()).isTrue();
        assertThat(component("without-groups").working()).isTrue();
        assertThat(component("old").working()).isFalse();
        assertThat(component("old").detail()).contains("older than 12 hours");
        assertThat(component("never").detail()).contains("never synced");
        assertThat(component("future").working()).isFalse();
        assertThat(component("off").detail()).contains("disabled");
        assertThat(component("half").detail()).contains("rhel:9");
        rule = new AnchoreRule(Duration.ofHours(12), Set.of("old", "off"), false);
        assertThat(seen().components()).extracting(Component::id).doesNotContain("old", "off");
    }

    @Test
    void shouldTakeNoFeedForNoData() {
        use(true);
        anchore.noFeeds();

        assertThat(component("feeds").working()).isFalse();
    }

    @Test
    void shouldJudgeAgesByTheClockOfAnchore() {
        use(true);
        anchore.dated(NOW.plus(Duration.ofMinutes(5)));

        assertThat(seen().skew()).isEqualTo(Duration.ofMinutes(5));
        anchore.dated(NOW.plus(Duration.ofMinutes(11)));
        assertThat(blind().reason()).contains("11 minutes ahead");
    }

    @Test
    void shouldShowNoHostileCharacters() {
        use(true);
        anchore.image(ONE, "analyzing\u0007\u202e", YESTERDAY, "1\n");

        assertThat(condition(ONE).reason()).doesNotContain("\u0007", "\u202e");
        assertThat(seen().subjects()).extracting(Subject::name).noneMatch(name -> name.contains("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://a.example/", "https://a.example/v3", "ftp://a.example/v1", "https://u:p@a.example/v1"})
    void shouldRefuseAnAddressThatDoesNotSayWhichApiItIs(String address) {
        assertThatThrownBy(() -> AnchoreServer.of(URI.create(address), new AnchoreLogin("u", "p", null)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("u:p");
    }
}
