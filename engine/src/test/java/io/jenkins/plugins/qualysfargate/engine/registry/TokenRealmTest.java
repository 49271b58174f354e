package io.jenkins.plugins.qualysfargate.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenRealmTest {

    @ParameterizedTest
    @CsvSource({
        "registry.example, https://auth.other.example/token",
        "127.0.0.1:5000, http://127.0.0.1:5001/token",
        "localhost:5000, http://127.0.0.1:5001/token",
        "plain.example:5000, http://plain.example:5001/token",
        "plain.example:5000, https://auth.example/token",
    })
    void shouldTrust(String registry, String realm) throws UnresolvedException {
        assertThat(realm(registry, realm).uri()).hasToString(realm);
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example, http://auth.example/token",
        "registry.example, http://registry.example/token",
        "registry.example, http://127.0.0.1/token",
        "registry.example, http://169.254.169.254/latest",
        "127.0.0.1:5000, http://169.254.169.254/latest",
        "plain.example:5000, http://other.example/token",
        "registry.example, https://user:pw@auth.example/token",
        "registry.example, file:///etc/passwd",
        "registry.example, ftp://auth.example/token",
        "registry.example, /token",
        "registry.example, 'https://auth.example/a b'",
        "registry.example, ''",
    })
    void shouldNotTrust(String registry, String realm) {
        assertThatExceptionOfType(UnresolvedException.class)
                .isThrownBy(() -> realm(registry, realm))
                .withMessageContaining("Could not look")
                .withMessageContaining("'" + realm + "'");
    }

    private static TokenRealm realm(String registry, String realm) throws UnresolvedException {
        RegistryAddress address =
                RegistryAddress.of(ImageReference.parse(registry + "/app"), Set.of("plain.example:5000"));
        return TokenRealm.of("look", address, new Challenge("bearer", Map.of("realm", realm)));
    }
}
