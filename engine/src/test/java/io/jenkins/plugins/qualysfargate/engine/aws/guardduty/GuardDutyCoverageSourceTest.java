package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.Observation;
import io.jenkins.plugins.qualysfargate.engine.compliance.Subject;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Coverage over HTTP, from a fake that answers in GuardDuty's shapes and checks every signature. */
@Timeout(60)
class GuardDutyCoverageSourceTest {
    private static final String PAIR = FakeGuardDuty.ACCOUNT + "/" + FakeGuardDuty.REGION;
    private static final Instant UPDATED = Instant.parse("2026-01-22T12:00:00.125Z");
    // The fake dates its answers by the clock of this machine.
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Instant NOW = Instant.parse("2026-01-23T06:00:00Z");

    private final FakeGuardDuty fake = new FakeGuardDuty();
    private final AwsClients clients = new AwsClients(
            StandIns.at(fake.path().endpoint()).bounded(Duration.ofSeconds(3), Duration.ofSeconds(1), 2));
    private final GuardDutyCoverageSource source =
            new GuardDutyCoverageSource("guardduty", List.of(new CoverageScope(FakeGuardDuty.ACCOUNT, clients)), CLOCK);

    @AfterEach
    void close() {
        clients.close();
        fake.close();
    }

    private Observation seen() {
        return source.look(NOW, NOW).fold(observation -> observation, blind -> {
            throw new AssertionError(blind.reason());
        });
    }

    private Look.Blind blind() {
        return source.look(NOW, NOW)
                .fold(
                        observation -> {
                            throw new AssertionError("seen: " + observation);
                        },
                        blind -> blind);
    }

    private Condition condition(String cluster) {
        return seen().conditions().stream()
                .filter(each -> each.subjectId().equals(PAIR + "/" + cluster))
                .findFirst()
                .orElseThrow();
    }

    private static ObjectNode ecs(ObjectNode resource) {
        return (ObjectNode) resource.at("/resourceDetails/ecsClusterDetails");
    }

    @Test
    void shouldTellHealthyFromUnhealthyClusters() {
        fake.ecs().cluster("good").cluster("bad");
        fake.covers("good", "HEALTHY");
        fake.covers("bad", "UNHEALTHY", "Agent not reporting: for tasks in TaskDefinition 'web:3'");

        assertThat(condition("good")).isEqualTo(new Condition(PAIR + "/good", Level.HEALTHY, UPDATED, null, "", ""));
        assertThat(condition("bad").level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition("bad").since())
                .as("every new task moves the date of GuardDuty")
                .isNull();
        assertThat(condition("bad").reason()).contains("TaskDefinition 'web:3'");
        assertThat(condition("bad").howToFix()).contains("SendSecurityTelemetry");
        assertThat(seen().subjects())
                .extracting(Subject::name)
                .containsExactly("GuardDuty " + PAIR, "eu-central-1/good", "eu-central-1/bad");
        assertThat(seen().components().get(0).detail()).isEqualTo("1 of 2 clusters healthy (50.0 %)");
    }

    @Test
    void shouldAskForAllPages() throws BlindException {
        fake.pagesOf(2);
        for (int i = 0; i < 7; i++) {
            fake.ecs().cluster("c" + i);
            fake.covers("c" + i, i < 5 ? "HEALTHY" : "UNHEALTHY");
        }

        assertThat(seen().conditions()).hasSize(8);
        CoverageFigures figures = source.figures().get(0);
        assertThat(figures.all()).isEqualTo(7);
        assertThat(Objects.requireNonNull(figures.percent())).isCloseTo(71.4, within(0.1));
    }

    @Test
    void shouldReportAClusterThatGuardDutyDoesNotList() {
        fake.ecs().cluster("listed").cluster("forgotten");
        fake.covers("listed", "HEALTHY");

        assertThat(condition("forgotten").level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition("forgotten").reason()).contains("does not list it");
        assertThat(condition("forgotten").howToFix()).contains("forced new deployment");
    }

    @Test
    void shouldOweNothingOfAClusterThatIsGone() {
        fake.covers("gone", "UNHEALTHY");
        fake.covers("member", "UNHEALTHY").put("accountId", "999999999999");

        assertThat(condition("gone").level()).isEqualTo(Level.NOT_APPLICABLE);
        assertThat(seen().conditions())
                .as("the clusters of a member account are not ours to list")
                .anyMatch(each ->
                        each.subjectId().equals("999999999999/eu-central-1/member") && each.level() == Level.UNHEALTHY);
    }

    @Test
    void shouldReportARegionWithoutDetectorAndEveryClusterInIt() {
        fake.off();
        fake.ecs().cluster("prod");

        assertThat(seen().conditions())
                .extracting(Condition::subjectId, Condition::level)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(PAIR, Level.UNHEALTHY),
                        org.assertj.core.groups.Tuple.tuple(PAIR + "/prod", Level.UNHEALTHY));
        assertThat(seen().conditions().get(0).reason()).contains("there is no detector");
    }

    @Test
    void shouldOweNothingWhereTheAgentIsSwitchedOff() {
        fake.ecs().cluster("off").cluster("mixed");
        ((ObjectNode) ecs(fake.covers("off", "UNHEALTHY")).path("fargateDetails")).put("managementType", "DISABLED");
        ObjectNode mixed = ecs(fake.covers("mixed", "UNHEALTHY"));
        ((ObjectNode) mixed.path("fargateDetails")).put("managementType", "DISABLED");
        ((ObjectNode) mixed.path("containerInstanceDetails")).put("compatibleContainerInstances", 2);

        assertThat(condition("off").level()).isEqualTo(Level.NOT_APPLICABLE);
        assertThat(condition("off").reason()).contains("DISABLED");
        assertThat(condition("mixed").level())
                .as("its instances still want agents")
                .isEqualTo(Level.UNHEALTHY);
        assertThat(condition("mixed").reason()).contains("0 of 2 container instances");
    }

    @Test
    void shouldNotBelieveAGoodWordAgainstTheFigures() {
        fake.ecs().cluster("half").cluster("issue").cluster("odd");
        ((ObjectNode) ecs(fake.covers("half", "HEALTHY")).path("containerInstanceDetails"))
                .put("coveredContainerInstances", "1")
                .put("compatibleContainerInstances", "2");
        fake.covers("issue", "HEALTHY", "Agent exited: ExitCode 137");
        fake.covers("odd", "PARTIALLY_HEALTHY");

        assertThat(condition("half").level()).isEqualTo(Level.UNHEALTHY);
        assertThat(condition("issue").level()).isEqualTo(Level.UNCLEAR);
        assertThat(condition("odd").level()).isEqualTo(Level.UNCLEAR);
        assertThat(condition("odd").reason()).contains("'PARTIALLY_HEALTHY'");
    }

    @Test
    void shouldTakeTheWorseOfAClusterThatIsListedTwice() {
        fake.ecs().cluster("prod");
        fake.covers("prod", "UNHEALTHY");
        fake.covers("prod", "HEALTHY");

        assertThat(condition("prod").level()).isEqualTo(Level.UNHEALTHY);
    }

    @Test
    void shouldNotDivideByNoCluster() throws BlindException {
        assertThat(source.figures().get(0).percent()).isNull();
        assertThat(seen().components().get(0).detail()).isEqualTo("GuardDuty counts no ECS cluster");
    }

    @Test
    void shouldMeasureHowFarTheClockOfAwsIs() {
        Duration skew = seen().skew();

        assertThat(Objects.requireNonNull(skew)).isBetween(Duration.ofMinutes(-1), Duration.ofMinutes(1));
    }

    @Test
    void shouldRefuseToLookAtNothing() {
        assertThatThrownBy(() -> new GuardDutyCoverageSource("g", List.of(), CLOCK))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CoverageScope("12", clients)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ListDetectors, 403, AccessDeniedException, Allow guardduty:ListDetectors",
        "ListCoverage, 403, AccessDeniedException, Allow guardduty:ListCoverage",
        "GetCoverageStatistics, 403, AccessDeniedException, Allow guardduty:GetCoverageStatistics",
        "ListClusters, 400, AccessDeniedException, Allow ecs:ListClusters",
        "ListCoverage, 401, UnrecognizedClientException, aws sts get-caller-identity",
        "ListCoverage, 429, TooManyRequestsException, Try again later",
        "ListCoverage, 400, BadRequestException, Check that detector",
        "ListCoverage, 500, InternalServerErrorException, known failures",
        "GetCoverageStatistics, 503, ServiceUnavailable, known failures"
    })
    void shouldBeBlindWhenACallFails(String operation, int status, String code, String advice) {
        fake.answersBy(call -> FakeGuardDuty.operation(call).equals(operation)
                ? Fault.Answer.json(status, code, "refused for a test")
                : null);

        assertThat(blind().reason()).contains(operation, FakeGuardDuty.ACCOUNT);
        assertThat(blind().howToFix()).contains(advice);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ListDetectors", "ListCoverage", "GetCoverageStatistics"})
    void shouldBeBlindWhenAnAnswerIsNone(String operation) {
        for (String body : List.of(
                "<html>sign in</html>",
                "",
                "[]",
                "{\"resources\":",
                "{}",
                "{\"resources\": 3, \"detectorIds\": \"x\"}",
                "{\"resources\": [{\"coverageStatus\": \"HEALTHY\"}], \"detectorIds\": [\"../x\"],"
                        + " \"coverageStatistics\": 1}")) {
            fake.answersBy(call ->
                    FakeGuardDuty.operation(call).equals(operation) ? new Fault.Answer(200, "text/html", body) : null);

            assertThat(blind().reason()).as(body).contains(operation, "cannot be used");
        }
    }

    @Test
    void shouldBeBlindWhenAWholePageIsMissing() {
        fake.answersBy(call -> FakeGuardDuty.operation(call).equals("ListCoverage")
                ? Fault.Answer.json("{\"resources\":[],\"nextToken\":\"1\"}")
                : null);

        assertThat(blind().reason()).contains("circle");
    }

    @Test
    void shouldTryAgainWhatMayPass() {
        fake.ecs().cluster("prod");
        fake.covers("prod", "HEALTHY");
        fake.answersBy(
                call -> call.number() % 2 == 1 ? Fault.Answer.json(500, "InternalServerErrorException", "") : null);

        assertThat(condition("prod").level()).isEqualTo(Level.HEALTHY);
    }

    @Test
    void shouldBeBlindWhenNobodyListens() {
        fake.close();

        assertThat(blind().reason()).contains("Could not");
    }

    @Test
    void shouldBeBlindWhenAnAnswerDoesNotCome() {
        try (TroubledPath slow = TroubledPath.to(
                        fake.path().endpoint(),
                        call -> call.headers().containsKey("x-amz-target")
                                ? new Fault.None()
                                : new Fault.Late(Duration.ofSeconds(5)));
                AwsClients patient = new AwsClients(
                        StandIns.at(slow.endpoint()).bounded(Duration.ofSeconds(2), Duration.ofMillis(300), 2))) {
            GuardDutyCoverageSource late = new GuardDutyCoverageSource(
                    "guardduty", List.of(new CoverageScope(FakeGuardDuty.ACCOUNT, patient)), CLOCK);

            assertThat(late.look(NOW, NOW).fold(seen -> "", Look.Blind::reason))
                    .contains("guardduty:ListDetectors", "no whole answer came within");
        }
    }

    @Test
    void shouldBeBlindWhenTheConnectionBreaks() {
        try (TroubledPath broken = TroubledPath.to(
                        fake.path().endpoint(),
                        call -> call.headers().containsKey("x-amz-target") ? new Fault.None() : new Fault.LostCall());
                AwsClients other = new AwsClients(
                        StandIns.at(broken.endpoint()).bounded(Duration.ofSeconds(2), Duration.ofSeconds(1), 2))) {
            GuardDutyCoverageSource cut = new GuardDutyCoverageSource(
                    "guardduty", List.of(new CoverageScope(FakeGuardDuty.ACCOUNT, other)), CLOCK);

            assertThat(cut.look(NOW, NOW).fold(seen -> "", Look.Blind::reason)).contains("guardduty:ListDetectors");
        }
    }
}
