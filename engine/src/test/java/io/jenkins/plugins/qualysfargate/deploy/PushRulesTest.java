package io.jenkins.plugins.qualysfargate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A push reaches the queue, and nothing that is no push does. */
class PushRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String PUSH = """
            {"source": "aws.ecr", "detail-type": "ECR Image Action", "account": "123456789012", "detail": {
              "action-type": "PUSH", "result": "SUCCESS", "repository-name": "payments/api", "image-tag": "1",
              "image-digest": "sha256:2841bbdbb60dfbf334c61077b187191437b790ba39d8334cae0a1729181d79c4"}}
            """;

    private static final String CALL = """
            {"source": "aws.ecr", "detail-type": "AWS API Call via CloudTrail", "account": "123456789012", "detail": {
              "eventSource": "ecr.amazonaws.com", "eventName": "PutImage",
              "requestParameters": {"repositoryName": "payments/api", "imageTag": "1"}}}
            """;

    @ParameterizedTest(name = "prefix {0}: {1}")
    @CsvSource({"'', true", "payments/, true", "payments/api, true", "orders/, false"})
    void shouldTakePushesToRepositoriesWithThePrefix(String prefix, boolean taken) throws IOException {
        assertThat(taken("ImageActionRule", prefix, PUSH)).isEqualTo(taken);
        assertThat(taken("PutImageRule", prefix, CALL)).isEqualTo(taken);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "PUSH, DELETE",
        "SUCCESS, FAILURE",
        "aws.ecr, aws.ecs",
        "ECR Image Action, ECR Image Scan",
        "repository-name, name"
    })
    void shouldLeaveOtherEventsOfTheRegistry(String was, String is) throws IOException {
        assertThat(taken("ImageActionRule", "", PUSH.replace(was, is))).isFalse();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '>', textBlock = """
            PutImage > BatchGetImage
            ecr.amazonaws.com > ecs.amazonaws.com
            "eventName" > "errorCode": "AccessDenied", "eventName"
            """, quoteCharacter = '\'')
    void shouldLeaveOtherCallsAndThoseThatFailed(String was, String is) throws IOException {
        assertThat(CALL).contains(was);
        assertThat(taken("PutImageRule", "", CALL.replace(was, is))).isFalse();
    }

    @Test
    void shouldForwardFromMembersWhatTheGateTakes() throws IOException {
        assertThat(Template.read("member.yaml").resource("ForwardRule").at("/Properties/EventPattern"))
                .isEqualTo(
                        Template.read("pushes.yaml").resource("ImageActionRule").at("/Properties/EventPattern"));
    }

    @Test
    void shouldKeepWhatEventBridgeCannotDeliver() throws IOException {
        Map<String, JsonNode> rules = new TreeMap<>();
        for (Template template : Template.all()) {
            rules.putAll(template.resources("AWS::Events::Rule"));
        }
        assertThat(rules).hasSize(3).allSatisfy((name, rule) -> assertThat(rule.at("/Properties/Targets"))
                .singleElement()
                .satisfies(target -> {
                    assertThat(target.at("/DeadLetterConfig/Arn/Fn::GetAtt/0").asText())
                            .isEqualTo("UndeliveredQueue");
                    assertThat(target.at("/RetryPolicy/MaximumEventAgeInSeconds")
                                    .asInt())
                            .isEqualTo(86_400);
                }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PushQueue", "UndeliveredQueue"})
    void shouldLetOnlyTheRulesFillAQueue(String queue) throws IOException {
        JsonNode statements =
                Template.read("pushes.yaml").resource(queue + "Policy").at("/Properties/PolicyDocument/Statement");
        assertThat(statements).hasSize(2);
        JsonNode allowed = statements.path(0);
        assertThat(allowed.at("/Principal/Service").asText()).isEqualTo("events.amazonaws.com");
        assertThat(allowed.path("Action").asText()).isEqualTo("sqs:SendMessage");
        assertThat(allowed.at("/Resource/Fn::GetAtt/0").asText()).isEqualTo(queue);
        assertThat(allowed.at("/Condition/ArnEquals/aws:SourceArn").toString())
                .contains("ImageActionRule", "PutImageRule");
        assertThat(statements.at("/1/Effect").asText()).isEqualTo("Deny");
    }

    @Test
    void shouldGiveUpOnAPushOnlyAfterFiveAttempts() throws IOException {
        Template pushes = Template.read("pushes.yaml");
        JsonNode queue = pushes.resource("PushQueue").path("Properties");
        assertThat(queue.at("/RedrivePolicy/deadLetterTargetArn/Fn::GetAtt/0").asText())
                .isEqualTo("DeadPushQueue");
        assertThat(queue.at("/RedrivePolicy/maxReceiveCount/Ref").asText()).isEqualTo("MaxReceiveCount");
        assertThat(queue.at("/VisibilityTimeout/Ref").asText()).isEqualTo("VisibilityTimeoutSeconds");
        assertThat(pushes.parameter("MaxReceiveCount").path("Default").asInt()).isEqualTo(5);
        assertThat(pushes.parameter("VisibilityTimeoutSeconds").path("Default").asInt())
                .isEqualTo(900);
        for (String name : new String[] {"PushQueue", "DeadPushQueue", "UndeliveredQueue"}) {
            assertThat(pushes.resource(name)
                            .at("/Properties/MessageRetentionPeriod")
                            .asInt())
                    .as("seconds in which %s keeps a message: 14 days", name)
                    .isEqualTo(1_209_600);
        }
    }

    private static boolean taken(String rule, String prefix, String event) throws IOException {
        JsonNode pattern = Template.read("pushes.yaml").resource(rule).at("/Properties/EventPattern");
        String text = pattern.toString().replace("{\"Ref\":\"RepositoryPrefix\"}", JSON.writeValueAsString(prefix));
        return EventPattern.matches(JSON.readTree(text), JSON.readTree(event));
    }
}
