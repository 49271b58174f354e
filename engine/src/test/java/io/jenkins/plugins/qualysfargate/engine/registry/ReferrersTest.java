package io.jenkins.plugins.qualysfargate.engine.registry;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.registry.Credential.UserPassword;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReferrersTest {
    private static final Artifact STATUS = Artifact.of(
            "application/vnd.qualys-fargate.scan-status.v1+json", "{\"verdict\":\"fail\"}", Map.of("verdict", "fail"));
    private static final Transport TRANSPORT = Transport.create(HttpSettings.DEFAULT, Clock.systemUTC());
    private static final UserPassword LOGIN = new UserPassword("AWS", "hunter22");

    @TempDir
    private Path directory;

    private static Referrers referrers(CredentialSource credentials) {
        return new Referrers(TRANSPORT, credentials, RegistrySettings.DEFAULT, Clock.systemUTC());
    }

    private static Digest push(LocalRegistry registry) throws Exception {
        return new Digest(Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setProgramArguments("true")
                .containerize(Containerizer.to(RegistryImage.named(registry.authority() + "/team/app:1")
                                .addCredential(LOGIN.user(), LOGIN.password()))
                        .setAllowInsecureRegistries(true))
                .getDigest()
                .toString());
    }

    private static JsonNode manifest(LocalRegistry registry, String reference) throws Exception {
        String basic = Base64.getEncoder()
                .encodeToString((LOGIN.user() + ":" + LOGIN.password()).getBytes(StandardCharsets.UTF_8));
        HttpCall call = HttpCall.get(
                        URI.create("http://" + registry.authority() + "/v2/team/app/manifests/" + reference))
                .header("accept", MediaType.ACCEPTED)
                .header("authorization", "Basic " + basic);
        return new JsonMapper().readTree(TRANSPORT.send(call).body().text());
    }

    @Test
    void shouldKeepADocumentBesideAnImageInARealRegistryAndOnlyOnce() throws Exception {
        LocalRegistry.requireProgram();
        try (LocalRegistry registry = LocalRegistry.start(directory, true)) {
            Digest image = push(registry);
            ImageReference reference = ImageReference.parse(registry.authority() + "/team/app@" + image);
            Referrers referrers = referrers(CredentialSource.fixed(null, LOGIN));

            Attachment first = referrers.attach(reference, STATUS);
            Attachment again = referrers.attach(reference, STATUS);
            referrers.attach(reference, Artifact.of(STATUS.artifactType(), "{\"verdict\":\"pass\"}", Map.of()));

            assertThat(first).isInstanceOf(Attachment.Attached.class).isEqualTo(again);
            Digest artifact = ((Attachment.Attached) first).artifact();
            JsonNode written = manifest(registry, artifact.value());
            assertThat(written.at("/subject/digest").textValue()).isEqualTo(image.value());
            assertThat(written.at("/artifactType").textValue()).isEqualTo(STATUS.artifactType());
            JsonNode list = manifest(registry, image.value().replace(':', '-')).get("manifests");
            assertThat(list).hasSize(2);
            assertThat(list.get(0).get("digest").textValue()).isEqualTo(artifact.value());
            assertThat(list.get(0).at("/annotations/verdict").textValue()).isEqualTo("fail");
        }
    }

    @Test
    void shouldSayWhatIsMissingWithoutALogin() throws Exception {
        LocalRegistry.requireProgram();
        try (LocalRegistry registry = LocalRegistry.start(directory, true)) {
            Digest image = push(registry);

            Attachment refused = referrers(CredentialSource.ANONYMOUS)
                    .attach(ImageReference.parse(registry.authority() + "/team/app@" + image), STATUS);

            assertThat(refused).isInstanceOfSatisfying(Attachment.Refused.class, it -> assertThat(it.message())
                    .contains("HTTP 401"));
        }
    }

    @Test
    void shouldNeedADigest() {
        assertThat(referrers(CredentialSource.ANONYMOUS).attach(ImageReference.parse("registry.example/app:1"), STATUS))
                .isInstanceOfSatisfying(Attachment.Refused.class, it -> assertThat(it.howToFix())
                        .contains("digest"));
    }

    @Test
    void shouldLeaveTheListToARegistryThatKeepsIt() throws Exception {
        try (LoopbackServer server = registry("/upload/1?state=x")) {
            Attachment attachment = attach(server);

            assertThat(attachment).isInstanceOfSatisfying(Attachment.Attached.class, it -> assertThat(it.listed())
                    .isTrue());
            assertThat(server.requests()).noneMatch(each -> each.contains("manifests/sha256-"));
            assertThat(server.requests()).anyMatch(each -> each.contains("/upload/1?state=x&digest=sha256%3A"));
        }
    }

    @Test
    void shouldSendNothingToAnotherPlaceThanTheRegistry() throws Exception {
        try (LoopbackServer elsewhere = LoopbackServer.start();
                LoopbackServer server = registry(elsewhere.uri("/upload/1").toString())) {
            assertThat(attach(server)).isInstanceOfSatisfying(Attachment.Refused.class, it -> assertThat(it.message())
                    .contains("to another place than itself"));
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    private static Attachment attach(LoopbackServer server) {
        return referrers(CredentialSource.ANONYMOUS)
                .attach(
                        ImageReference.parse(
                                server.uri("").getAuthority() + "/app@" + Images.digest(FakeRegistry.MANIFEST)),
                        STATUS);
    }

    private static LoopbackServer registry(String uploads) throws Exception {
        LoopbackServer server = LoopbackServer.start();
        server.on("/v2/app/blobs/uploads/", answering(202, Map.of("location", uploads), ""));
        server.on("/upload/1", answering(201, Map.of(), ""));
        server.on("/v2/app/manifests/", exchange -> {
            if (exchange.getRequestMethod().equals("PUT")) {
                exchange.getRequestBody().readAllBytes();
                LoopbackServer.reply(exchange, 201, Map.of("oci-subject", "sha256:x"), "");
            } else {
                LoopbackServer.reply(exchange, 200, Map.of("content-type", Images.OCI_MANIFEST), FakeRegistry.MANIFEST);
            }
        });
        return server;
    }
}
