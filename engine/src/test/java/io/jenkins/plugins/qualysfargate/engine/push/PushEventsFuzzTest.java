package io.jenkins.plugins.qualysfargate.engine.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whatever the body is, there is a decision, and a push is found only where a second, independent reader finds its digest
 * and repository too; what it names can be scanned and survives our own writing.
 */
class PushEventsFuzzTest {
    private static final ObjectMapper ORACLE =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @FuzzTest(maxDuration = "10m")
    void everyBodyIsDecided(byte[] content) throws IOException {
        String body = new String(content, StandardCharsets.UTF_8);
        PushDecision decision = PushEvents.decode(body);
        String reason = decision.fold(wanted -> "", PushDecision.Ignored::reason, PushDecision.Malformed::reason);
        if (!(decision instanceof PushDecision.Wanted wanted)) {
            assertThat(reason).endsWith(".");
            return;
        }
        Push push = wanted.push();
        JsonNode detail = event(body).path("detail");
        assertThat(detail.findValuesAsText(detail.has("image-digest") ? "image-digest" : "imageDigest"))
                .contains(push.digest().value());
        assertThat(detail.toString()).contains("\"" + push.repository() + "\"");
        assertThat(push.image().registry()).matches("[0-9]{12}\\.dkr\\.ecr\\.[a-z0-9-]+\\.amazonaws\\.com(\\.cn)?");
        assertThat(PushEvents.decode(ScanWish.write(push))).isEqualTo(decision);
    }

    private static JsonNode event(String body) throws IOException {
        JsonNode root = ORACLE.readTree(body);
        return root.has("detail-type")
                ? root
                : ORACLE.readTree(root.path("Message").asText());
    }
}
