package io.jenkins.plugins.qualysfargate.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectingTransportTest {
    private final FakeTransport network = new FakeTransport();
    private final Transport transport = new RedirectingTransport(network);

    @Test
    void shouldKeepCredentialsOnTheSameOrigin() throws TransportException {
        redirect("https://one.example/a", "/b");
        network.answer("GET https://one.example/b", 200, "here");

        HttpAnswer answer =
                transport.send(HttpCall.get(URI.create("https://one.example/a")).header("Authorization", "Bearer x"));

        assertThat(answer.body().text()).isEqualTo("here");
        assertThat(network.calls().get(1).headers()).containsEntry("authorization", "Bearer x");
    }

    @ParameterizedTest
    @CsvSource({
        "https://one.example/a, https://two.example/b",
        "https://one.example/a, https://one.example:8443/b",
        "http://127.0.0.1:5000/a, http://localhost:5000/b",
        "http://one.example/a, https://one.example/b",
    })
    void shouldTakeNoCredentialToAnotherOrigin(String from, String to) throws TransportException {
        redirect(from, to);
        network.answer("GET " + to, 200, "here");
        HttpCall call = HttpCall.get(URI.create(from))
                .header("Authorization", "Bearer x")
                .header("X-Api-Key", "secret")
                .header("Cookie", "id=1")
                .header("Accept", "application/json");

        assertThat(transport.send(call).body().text()).isEqualTo("here");
        assertThat(network.calls().get(1).headers()).isEqualTo(Map.of("accept", "application/json"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://one.example/a, http://one.example/b",
        "https://one.example/a, http://127.0.0.1/b",
        "http://one.example/a, http://two.example/b",
        "http://one.example/a, http://169.254.169.254/latest/meta-data",
        "http://127.0.0.1:5000/a, http://169.254.169.254/latest/meta-data",
        "https://one.example/a, ftp://one.example/b",
        "https://one.example/a, file:///etc/passwd",
        "https://one.example/a, https://user:pass@one.example/b",
        "https://one.example/a, 'https://'",
        "https://one.example/a, 'https://one.example/ %'",
        "https://one.example/a, ''",
    })
    void shouldRefuseToFollow(String from, String to) {
        redirect(from, to);

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> transport.send(HttpCall.get(URI.create(from))))
                .withMessageContaining("redirected")
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(Kind.REDIRECT_REFUSED));
        assertThat(network.calls()).hasSize(1);
    }

    @Test
    void shouldGiveUpOnCircles() {
        redirect("https://one.example/a", "https://one.example/a");

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> transport.send(HttpCall.get(URI.create("https://one.example/a"))))
                .withMessageContaining("more than 5 times");
    }

    @Test
    void shouldNotFollowCallsThatChangeSomething() throws TransportException {
        network.answer("POST https://one.example/a", 307, Map.of("location", "https://one.example/b"), "");

        assertThat(transport
                        .send(HttpCall.post(URI.create("https://one.example/a"), "text/plain", "x"))
                        .status())
                .isEqualTo(307);
    }

    private void redirect(String from, String to) {
        network.answer("GET " + from, 302, Map.of("location", to), "");
    }
}
