package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.registry.Credential;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialLookup;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EcrCredentialsTest {
    private static final String FRANKFURT = "123456789012.dkr.ecr.eu-central-1.amazonaws.com";

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private Fault.Answer answer = token("AWS:pass-1");

    private final List<String> regions = new ArrayList<>();
    private final TroubledPath path = TroubledPath.answering(call -> answer);
    private final AwsClients aws =
            new AwsClients(StandIns.at(path.endpoint()).bounded(Duration.ofSeconds(10), Duration.ofSeconds(5), 1));
    private final EcrCredentials credentials = new EcrCredentials(
            region -> {
                regions.add(region);
                return aws.in(region);
            },
            ((InstantSource) () -> now).withZone(ZoneOffset.UTC));

    @AfterEach
    void close() {
        aws.close();
        path.close();
    }

    private static Fault.Answer token(String login) {
        String token = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        long expires = Instant.parse("2026-03-02T00:00:00Z").getEpochSecond();
        return Fault.Answer.json("{\"authorizationData\":[{\"authorizationToken\":\"" + token + "\",\"expiresAt\":"
                + expires + ",\"proxyEndpoint\":\"https://" + FRANKFURT + "\"}]}");
    }

    private CredentialLookup.Broken broken() {
        return (CredentialLookup.Broken) credentials.find(FRANKFURT);
    }

    @Test
    void shouldLogInToARegistryOfEcrOncePerRegion() {
        Credential expected = new Credential.UserPassword("AWS", "pass-1");

        assertThat(credentials.find(FRANKFURT)).isEqualTo(new CredentialLookup.Found(expected));
        assertThat(credentials.find("999999999999.dkr.ecr.eu-central-1.amazonaws.com"))
                .isEqualTo(new CredentialLookup.Found(expected));
        credentials.find("123456789012.dkr.ecr.us-east-1.amazonaws.com");

        assertThat(regions).containsExactly("eu-central-1", "us-east-1");
    }

    @Test
    void shouldLogInAgainBeforeALoginExpires() {
        credentials.find(FRANKFURT);
        answer = token("AWS:pass-2");
        now = Instant.parse("2026-03-01T23:44:59Z");
        assertThat(credentials.find(FRANKFURT)).hasToString("Found[credential=user 'AWS']");
        assertThat(path.calls()).hasSize(1);

        now = Instant.parse("2026-03-01T23:45:00Z");

        assertThat(credentials.find(FRANKFURT))
                .isEqualTo(new CredentialLookup.Found(new Credential.UserPassword("AWS", "pass-2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker.io",
                "registry.example:5000",
                "evil-123456789012.dkr.ecr.eu-central-1.amazonaws.com",
                "123456789012.dkr.ecr.eu-central-1.amazonaws.com.evil.example",
                "public.ecr.aws"
            })
    void shouldGiveNothingToAnyOtherRegistry(String registry) {
        assertThat(credentials.find(registry)).isEqualTo(new CredentialLookup.None());
        assertThat(path.calls()).isEmpty();
    }

    @Test
    void shouldNotTakeAFailureForAPublicRegistry() {
        answer = Fault.Answer.json(400, "AccessDeniedException", "not authorized");

        assertThat(broken().message()).contains("ecr:GetAuthorizationToken").contains("eu-central-1");
        assertThat(broken().howToFix()).contains("Allow ecr:GetAuthorizationToken");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"authorizationData\":[]}",
                "{\"authorizationData\":[{}]}",
                "{\"authorizationData\":[{\"authorizationToken\":\"***\"}]}",
                "{\"authorizationData\":[{\"authorizationToken\":\"QVdT\"}]}"
            })
    void shouldNotTakeAnAnswerThatHoldsNoLoginForOne(String body) {
        answer = Fault.Answer.json(body);

        assertThat(broken().message()).contains("Could not log in to " + FRANKFURT);
    }

    @ParameterizedTest
    @CsvSource({
        "123456789012.dkr.ecr.eu-central-1.amazonaws.com, eu-central-1",
        "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com, us-gov-west-1",
        "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn, cn-north-1",
        "123456789012.dkr-ecr.us-west-2.on.aws, us-west-2"
    })
    void shouldKnowAllForms(String host, String region) {
        assertThat(EcrRegistry.of(host)).contains(new EcrRegistry("123456789012", region));
    }
}
