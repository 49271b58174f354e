package io.jenkins.plugins.qualysfargate.engine.registry;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.inOrder;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.registry.Credential.UserPassword;
import io.jenkins.plugins.qualysfargate.engine.registry.FakeRegistry.Operation;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class ImageResolverFailureTest {
    private static final RetrySettings QUICK =
            new RetrySettings(2, Duration.ofMillis(1), Duration.ofSeconds(2), Duration.ofSeconds(20));

    // Long enough for a loaded machine; tests that hang take a short one.
    private Duration callTimeout = Duration.ofSeconds(20);
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new FakeRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void shouldResolveWhenNothingFails() {
        Resolution.Resolved resolved = resolved();

        assertThat(resolved.topDigest()).isEqualTo(registry.topDigest());
        assertThat(resolved.platforms()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void refuseLoginAgainAndAgain(Operation operation) {
        String challenge = "Bearer realm=\"" + registry.server().uri("/token") + "\"";
        registry.on(operation, answering(401, Map.of("www-authenticate", challenge), ""));

        assertThat(unresolved().message()).contains("HTTP 401");
        assertThat(registry.server().requests()).hasSizeLessThan(10);
    }

    @ParameterizedTest
    @EnumSource
    void forbid(Operation operation) {
        registry.on(operation, answering(403, Map.of(), "{\"errors\": [{\"code\": \"DENIED\"}]}"));

        assertThat(unresolved().message()).contains("HTTP 403");
    }

    @ParameterizedTest
    @EnumSource
    void notFound(Operation operation) {
        registry.on(operation, answering(404, Map.of(), "404 page not found"));

        assertThat(unresolved().message()).contains("HTTP 404");
    }

    @ParameterizedTest
    @EnumSource
    void answerWithSignOnPage(Operation operation) {
        registry.on(operation, answering(200, Map.of("content-type", "text/html"), "<html>sign in</html>"));

        unresolved();
    }

    @ParameterizedTest
    @EnumSource
    void answerWithNothing(Operation operation) {
        registry.on(operation, answering(200, Map.of(), ""));

        unresolved();
    }

    @ParameterizedTest
    @EnumSource
    void cutTheBody(Operation operation) {
        registry.on(operation, LoopbackServer.cutting(operation == Operation.TAG ? FakeRegistry.INDEX : "{"));

        assertThat(unresolved().message()).contains("Could not send GET");
    }

    @ParameterizedTest
    @EnumSource
    void floodTheBody(Operation operation) {
        registry.on(operation, LoopbackServer.flooding());

        assertThat(unresolved().message()).contains("larger than");
    }

    @ParameterizedTest
    @EnumSource
    void hang(Operation operation) {
        registry.on(operation, registry.server().hanging());
        callTimeout = Duration.ofMillis(400);

        assertThat(unresolved().message()).contains("within PT0.4S");
    }

    @ParameterizedTest
    @EnumSource
    void hangInTheBody(Operation operation) {
        registry.on(operation, registry.server().hangingInBody());
        callTimeout = Duration.ofMillis(400);

        assertThat(unresolved().message()).contains("within PT0.4S");
    }

    @ParameterizedTest
    @EnumSource
    void stayBroken(Operation operation) {
        registry.on(operation, answering(500, Map.of(), "panic"));

        assertThat(unresolved().message()).contains("HTTP 500");
    }

    @ParameterizedTest
    @EnumSource
    void breakOnce(Operation operation) {
        registry.on(operation, inOrder(answering(500, Map.of(), "panic"), registry.behaviour(operation)));

        assertThat(resolved().topDigest()).isEqualTo(registry.topDigest());
    }

    @ParameterizedTest
    @EnumSource
    void askToWaitOnce(Operation operation) {
        HttpHandler wait = answering(429, Map.of("retry-after", "1"), "");
        registry.on(operation, inOrder(wait, registry.behaviour(operation)));

        assertThat(resolved().topDigest()).isEqualTo(registry.topDigest());
    }

    @ParameterizedTest
    @EnumSource
    void askToWaitForAnHour(Operation operation) {
        registry.on(operation, answering(429, Map.of("retry-after", "3600"), ""));

        Verdict.Indeterminate verdict = unresolved();

        assertThat(verdict.message()).contains("HTTP 429");
        assertThat(verdict.howToFix()).containsIgnoringCase("wait");
    }

    @ParameterizedTest
    @EnumSource
    void redirectInCircles(Operation operation) {
        registry.on(
                operation,
                exchange -> LoopbackServer.reply(
                        exchange,
                        307,
                        Map.of("location", exchange.getRequestURI().toString()),
                        ""));

        assertThat(unresolved().message()).contains("redirected more than");
    }

    @ParameterizedTest
    @EnumSource
    void redirectOutOfThisMachine(Operation operation) {
        registry.on(operation, answering(307, Map.of("location", "http://169.254.169.254/latest/meta-data"), ""));

        assertThat(unresolved().message()).contains("redirected to http://169.254.169.254/latest/meta-data");
    }

    @ParameterizedTest
    @EnumSource
    void redirectToAnotherHostThatGetsNoLogin(Operation operation) throws IOException {
        try (FakeRegistry other = new FakeRegistry()) {
            HttpHandler sound = operation == Operation.TAG
                    ? answering(200, Map.of("content-type", Images.OCI_INDEX), FakeRegistry.INDEX)
                    : other.behaviour(operation);
            other.on(operation, sound);
            registry.on(
                    operation,
                    exchange -> LoopbackServer.reply(
                            exchange,
                            307,
                            Map.of(
                                    "location",
                                    other.server()
                                            .uri(exchange.getRequestURI().toString())
                                            .toString()),
                            ""));

            assertThat(resolved().topDigest()).isEqualTo(registry.topDigest());

            assertThat(other.server().requests()).singleElement().asString().endsWith("authorization=null");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"TAG", "DIGEST"})
    void nameAnotherDigestThanItSends(Operation operation) {
        String type = operation == Operation.TAG ? Images.OCI_INDEX : Images.OCI_MANIFEST;
        String body = operation == Operation.TAG ? FakeRegistry.INDEX : FakeRegistry.MANIFEST;
        String other = Images.digest("another").value();
        registry.on(operation, answering(200, Map.of("content-type", type, "docker-content-digest", other), body));

        assertThat(unresolved().message()).contains(other, Images.digest(body).value());
    }

    @ParameterizedTest
    @EnumSource(
            value = Operation.class,
            names = {"DIGEST", "CONFIG"})
    void sendOtherContentThanWasAskedFor(Operation operation) {
        String body = operation == Operation.DIGEST ? FakeRegistry.MANIFEST : FakeRegistry.CONFIG;
        String expected = Images.digest(body).value();
        registry.on(
                operation,
                answering(
                        200,
                        // The registry's own word must not count: it can be as wrong as the content.
                        Map.of("content-type", Images.OCI_MANIFEST, "docker-content-digest", expected),
                        body + " "));

        assertThat(unresolved().message()).contains("instead of " + expected);
    }

    @Test
    void sendTokenThatWouldInjectHeader() {
        registry.on(Operation.TOKEN, answering(200, Map.of(), "{\"token\": \"a\\r\\nX-Evil: 1\"}"));

        assertThat(unresolved().message()).contains("without a token");
    }

    @Test
    void sendLoginToTokenServiceAndTokenToRegistryOnly() {
        resolve(CredentialSource.fixed(null, new UserPassword("user", "hunter22")));

        assertThat(registry.server().requests())
                .containsExactly(
                        "GET /v2/app/manifests/1 authorization=null",
                        "GET /token?service=fake&scope=repository%3Aapp%3Apull authorization=Basic dXNlcjpodW50ZXIyMg==",
                        "GET /v2/app/manifests/1 authorization=Bearer t0k3n",
                        "GET /v2/app/manifests/" + Images.digest(FakeRegistry.MANIFEST) + " authorization=Bearer t0k3n",
                        "GET /v2/app/blobs/" + Images.digest(FakeRegistry.CONFIG) + " authorization=Bearer t0k3n");
    }

    @Test
    void exchangeIdentityToken() {
        resolve(CredentialSource.fixed(null, new Credential.IdentityToken("refresh")));

        assertThat(registry.server().requests()).contains("POST /token authorization=null");
    }

    @Test
    void configureTokenThatWouldInjectHeader() {
        CredentialSource source =
                CredentialSource.environment(Map.of("QSCANNER_REGISTRY_TOKEN", "hunter22\r\nX-Evil: 1"));

        assertThat(unresolved(resolve(source)).message())
                .contains("no token has")
                .doesNotContain("hunter22");
    }

    @Test
    void configureHalfOfLogin() {
        CredentialSource source = CredentialSource.environment(Map.of("QSCANNER_REGISTRY_USERNAME", "AWS"));

        assertThat(unresolved(resolve(source)).message()).contains("QSCANNER_REGISTRY_PASSWORD is not set");
    }

    @Test
    void keepLoginForItsOwnRegistry() {
        resolve(CredentialSource.fixed("other.example", new UserPassword("user", "hunter22")));

        assertThat(registry.server().requests()).noneMatch(each -> each.contains("Basic"));
    }

    @Test
    void sayThatConfiguredLoginCannotBeRead() {
        CredentialSource broken = name -> new CredentialLookup.Broken("the helper x is gone.", "Bring it back.");

        Verdict.Indeterminate verdict = unresolved(resolve(broken));

        assertThat(verdict.message()).contains("the helper x is gone");
        assertThat(verdict.howToFix()).isEqualTo("Bring it back.");
    }

    @Test
    void neverShowPasswordThatRegistryEchoes() {
        registry.on(
                Operation.TAG,
                answering(
                        401,
                        Map.of("www-authenticate", "Basic realm=\"x\""),
                        "{\"errors\": [{\"code\": \"UNAUTHORIZED\", \"message\": \"no hunter22 here\"}]}"));

        Verdict.Indeterminate verdict =
                unresolved(resolve(CredentialSource.fixed(null, new UserPassword("user", "hunter22"))));

        assertThat(verdict.message())
                .contains("UNAUTHORIZED", "with user 'user'")
                .doesNotContain("hunter22");
    }

    @Test
    void neverShowHalfOfPasswordThatIsCutOff() {
        String refusal = "{\"errors\": [{\"message\": \"" + "x".repeat(194) + "hunter22\"}]}";
        registry.on(Operation.TAG, answering(401, Map.of("www-authenticate", "Basic realm=\"x\""), refusal));

        Verdict.Indeterminate verdict =
                unresolved(resolve(CredentialSource.fixed(null, new UserPassword("user", "hunter22"))));

        assertThat(verdict.message()).contains("xxxx****").doesNotContain("hunt");
    }

    @Test
    void cancelWhileResolving() {
        registry.on(Operation.TAG, registry.server().hanging());
        Thread.currentThread().interrupt();

        Verdict.Indeterminate verdict = resolve(CredentialSource.ANONYMOUS)
                .fold(
                        it -> {
                            throw new AssertionError(it);
                        },
                        Resolution.Unresolved::verdict);

        assertThat(verdict.cause()).isEqualTo(IndeterminateCause.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Resolution resolve(CredentialSource credentials) {
        Transport transport = Transport.create(HttpSettings.DEFAULT.withRetry(QUICK), Clock.systemUTC());
        RegistrySettings settings = new RegistrySettings(Set.of(), callTimeout, Duration.ofSeconds(50));
        return new ImageResolver(transport, credentials, settings, Clock.systemUTC())
                .resolve(registry.image(), List.of());
    }

    private Resolution.Resolved resolved() {
        return resolve(CredentialSource.ANONYMOUS).fold(it -> it, it -> {
            throw new AssertionError(it.verdict());
        });
    }

    private Verdict.Indeterminate unresolved() {
        return unresolved(resolve(CredentialSource.ANONYMOUS));
    }

    private static Verdict.Indeterminate unresolved(Resolution resolution) {
        Verdict.Indeterminate verdict = resolution.fold(
                it -> {
                    throw new AssertionError(it);
                },
                Resolution.Unresolved::verdict);
        assertThat(verdict.cause()).isEqualTo(IndeterminateCause.IMAGE_UNRESOLVED);
        assertThat(verdict.message()).contains("app");
        assertThat(verdict.howToFix()).isNotBlank();
        return verdict;
    }
}
