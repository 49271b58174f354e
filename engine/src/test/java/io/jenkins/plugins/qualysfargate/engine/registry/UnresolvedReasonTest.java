package io.jenkins.plugins.qualysfargate.engine.registry;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.http.RetrySettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.registry.FakeRegistry.Operation;
import io.jenkins.plugins.qualysfargate.engine.registry.Resolution.Reason;
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
import org.junit.jupiter.params.provider.CsvSource;

/** Whether one may do without the registry hangs on why it gave nothing. */
@Timeout(60)
class UnresolvedReasonTest {
    private static final RetrySettings ONCE =
            new RetrySettings(1, Duration.ofMillis(1), Duration.ofSeconds(2), Duration.ofSeconds(20));

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
    void shouldSayThatARegistryThatIsGoneWasNotReached() {
        registry.close();
        assertThat(reason()).isEqualTo(Reason.NOT_REACHED);
    }

    @ParameterizedTest
    @CsvSource({
        "TAG, 401, LOGIN_REFUSED",
        "TAG, 403, LOGIN_REFUSED",
        "TOKEN, 401, LOGIN_REFUSED",
        "TOKEN, 403, LOGIN_REFUSED",
        "TAG, 429, NOT_REACHED",
        "TAG, 500, NOT_REACHED",
        "TAG, 503, NOT_REACHED",
        "TOKEN, 503, NOT_REACHED",
        "TAG, 404, OTHER",
        "TAG, 400, OTHER",
        "TAG, 302, OTHER",
        "TOKEN, 404, OTHER"
    })
    void shouldTellARefusalFromAnAnswer(Operation operation, int status, Reason expected) {
        registry.on(operation, answering(status, Map.of(), ""));
        assertThat(reason()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"DIGEST, 401", "DIGEST, 403", "DIGEST, 503", "CONFIG, 403", "CONFIG, 429", "CONFIG, 404"})
    void shouldNotCallARegistrySilentThatSpokeOfTheImage(Operation operation, int status) {
        registry.on(operation, answering(status, Map.of(), ""));
        assertThat(reason()).isEqualTo(Reason.OTHER);
    }

    @Test
    void shouldNotCallARegistrySilentThatSendsSomethingElse() {
        registry.on(Operation.TAG, answering(200, Map.of("content-type", Images.OCI_INDEX), "{}"));
        assertThat(reason()).isEqualTo(Reason.OTHER);
        registry.on(Operation.TAG, LoopbackServer.flooding());
        assertThat(reason()).isEqualTo(Reason.OTHER);
    }

    @Test
    void shouldNotCallALoginRefusedThatIsBrokenHere() {
        assertThat(reason(name -> new CredentialLookup.Broken("the helper x is gone.", "Bring it back.")))
                .isEqualTo(Reason.OTHER);
    }

    @Test
    void shouldNotCallARegistrySilentThatWasNotAskedToTheEnd() {
        registry.on(Operation.TAG, registry.server().hanging());
        Thread.currentThread().interrupt();
        assertThat(reason()).isEqualTo(Reason.OTHER);
        assertThat(Thread.interrupted()).isTrue();
    }

    private Reason reason() {
        return reason(CredentialSource.ANONYMOUS);
    }

    private Reason reason(CredentialSource credentials) {
        Transport transport = Transport.create(HttpSettings.DEFAULT.withRetry(ONCE), Clock.systemUTC());
        RegistrySettings settings = new RegistrySettings(Set.of(), Duration.ofSeconds(20), Duration.ofSeconds(50));
        return new ImageResolver(transport, credentials, settings, Clock.systemUTC())
                .resolve(registry.image(), List.of())
                .fold(
                        it -> {
                            throw new AssertionError(it);
                        },
                        Resolution.Unresolved::reason);
    }
}
