package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.http.FakeProxy;
import io.jenkins.plugins.qualysfargate.engine.http.TestCertificate;
import io.jenkins.plugins.qualysfargate.engine.qualys.FakeGateway;
import io.jenkins.plugins.qualysfargate.engine.qualys.FakeGateway.Operation;
import io.jenkins.plugins.qualysfargate.engine.qualys.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class ConnectionCheckCommandTest {
    private static final String TOKEN = Tokens.until(Instant.parse("2226-03-04T05:06:07Z"));
    private static final Map<String, String> CLIENT =
            Map.of("QUALYS_CLIENT_ID", FakeGateway.CLIENT_ID, "QUALYS_CLIENT_SECRET", FakeGateway.CLIENT_SECRET);

    // Making one takes two processes, so all tests share it.
    @TempDir
    private static Path directory;

    private static TestCertificate certificate;

    private FakeGateway gateway;

    @BeforeAll
    static void makeCertificate() throws IOException, InterruptedException, GeneralSecurityException {
        certificate = TestCertificate.create(directory);
    }

    @BeforeEach
    void start() throws IOException {
        gateway = new FakeGateway(certificate, TOKEN);
    }

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void shouldSayThatTheLoginWorksAndHowLong() {
        CommandRun run = check(CLIENT);

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out())
                .isEqualTo("CONNECTED %s%nQualys accepts the login.%n"
                                .formatted(gateway.server().uri(""))
                        + "The access token is valid until 2226-03-04T05:06:07Z.%n".formatted());
        assertThat(run.err()).isEmpty();
    }

    @Test
    void shouldTakeTheTokenFromTheEnvironmentOrAFile() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), TOKEN + "\n");

        assertThat(check(Map.of("QUALYS_ACCESS_TOKEN", TOKEN)).status()).isZero();
        assertThat(check(Map.of(), "--token-file", file.toString()).status()).isZero();
    }

    @Test
    void shouldFindThePodsGatewayThroughAProxy() throws IOException {
        try (FakeProxy proxy = new FakeProxy("", gateway.server().port())) {
            Map<String, String> environment = new HashMap<>(CLIENT);
            environment.put("https_proxy", "http://127.0.0.1:" + proxy.port());
            environment.put("QUALYS_POD", "us2");

            CommandRun run = CommandRun.of(
                    directory,
                    environment,
                    "connection",
                    "check",
                    "--ca-file",
                    certificate.pem().toString());

            assertThat(run.status()).as(run.out() + run.err()).isZero();
            assertThat(run.out()).startsWith("CONNECTED https://gateway.qg2.apps.qualys.com\n");
            assertThat(proxy.heads()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, 2, REFUSED",
        "403, 2, REFUSED",
        "404, 3, UNREACHABLE",
        "429, 3, UNREACHABLE",
        "503, 3, UNREACHABLE"
    })
    void shouldEndAsTheAnswerIs(int status, int exit, String word) throws IOException {
        for (Operation operation : Operation.values()) {
            gateway.repair().on(operation, status, FakeGateway.error("E" + status, "no " + FakeGateway.CLIENT_SECRET));

            CommandRun run = check(CLIENT, "--json");

            assertThat(run.status()).isEqualTo(exit);
            assertThat(run.json().get("connection").textValue()).isEqualTo(word);
            assertThat(run.json().get("reason").textValue()).contains("HTTP " + status, "no ****");
            assertThat(run.json().get("howToFix").textValue()).isNotBlank();
            assertThat(run.json().has("tokenExpiry")).isFalse();
            assertThat(run.out() + run.err()).doesNotContain(FakeGateway.CLIENT_SECRET, TOKEN);
        }
    }

    @Test
    void shouldShowRemarks() throws IOException {
        gateway.on(Operation.TOKEN, 201, Tokens.withClaims("{\"modulesAllowed\": [\"VM\"]}"))
                .on(Operation.IMAGES, 204, "");

        assertThat(check(CLIENT).out()).contains("\nNote: The access token's claim modulesAllowed lacks CS");
        assertThat(check(CLIENT, "--json").json().at("/remarks/0").textValue()).contains("lacks CS");
    }

    @Test
    void shouldBeUnreachableWithoutTheCertificate() {
        CommandRun run = CommandRun.of(
                directory,
                CLIENT,
                "connection",
                "check",
                "--gateway",
                gateway.server().uri("").toString());

        assertThat(run.status()).isEqualTo(ExitStatus.INDETERMINATE);
        assertThat(run.out()).startsWith("UNREACHABLE ").contains("CA file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUALYS_CLIENT_ID", "QUALYS_CLIENT_SECRET"})
    void shouldRefuseTwoLoginsAndNameBoth(String second) {
        Map<String, String> environment =
                Map.of("QUALYS_ACCESS_TOKEN", TOKEN, second, FakeGateway.CLIENT_SECRET, "QUALYS_POD", "US2");

        for (String command : List.of("connection check", "scan a.example/b --scanner /no/such/scanner")) {
            CommandRun run = CommandRun.of(directory, environment, command.split(" "));

            assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
            assertThat(run.err())
                    .contains("$QUALYS_ACCESS_TOKEN", "$" + second)
                    .doesNotContain(TOKEN, FakeGateway.CLIENT_SECRET);
        }
    }

    @Test
    void shouldRefuseATokenFileBesideAClient() throws IOException {
        Path file = Files.writeString(directory.resolve("token"), TOKEN);

        CommandRun run = check(CLIENT, "--token-file", file.toString());

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("--token-file", "$QUALYS_CLIENT_ID with $QUALYS_CLIENT_SECRET");
    }

    @ParameterizedTest
    @CsvSource({"QUALYS_CLIENT_ID, QUALYS_CLIENT_SECRET", "QUALYS_CLIENT_SECRET, QUALYS_CLIENT_ID"})
    void shouldNameTheMissingHalfOfAClient(String given, String missing) {
        CommandRun run = check(Map.of(given, FakeGateway.CLIENT_SECRET));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).contains("Only $" + given, "$" + missing).doesNotContain(FakeGateway.CLIENT_SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter22\u20ac", "hunter\n22", " "})
    void shouldRefuseASecretThatNobodyHasWithoutShowingIt(String secret) {
        CommandRun run = check(Map.of("QUALYS_CLIENT_ID", FakeGateway.CLIENT_ID, "QUALYS_CLIENT_SECRET", secret));

        assertThat(run.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(run.err()).containsIgnoringCase("secret").doesNotContain("hunter");
        assertThat(gateway.server().requests()).isEmpty();
    }

    private CommandRun check(Map<String, String> environment, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "connection",
                "check",
                "--gateway",
                gateway.server().uri("").toString(),
                "--ca-file",
                certificate.pem().toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(directory, environment, arguments.toArray(String[]::new));
    }
}
