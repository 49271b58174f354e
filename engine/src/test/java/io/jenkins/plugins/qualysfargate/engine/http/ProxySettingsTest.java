package io.jenkins.plugins.qualysfargate.engine.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxySettingsTest {

    @Test
    void shouldChooseProxyByScheme() {
        ProxySettings settings = ProxySettings.ofEnvironment(
                Map.of("HTTP_PROXY", "http://plain.example:3128", "https_proxy", "tls.example:3129"));

        assertThat(settings.proxyFor(URI.create("http://one.example/")))
                .contains(new Proxy("plain.example", 3128, "", ""));
        assertThat(settings.proxyFor(URI.create("https://one.example/")))
                .contains(new Proxy("tls.example", 3129, "", ""));
    }

    @Test
    void shouldPreferLowerCaseNames() {
        ProxySettings settings =
                ProxySettings.ofEnvironment(Map.of("https_proxy", "low.example:1", "HTTPS_PROXY", "up.example:2"));

        assertThat(settings.proxyFor(URI.create("https://one.example/"))).contains(new Proxy("low.example", 1, "", ""));
    }

    @Test
    void shouldReadCredentialsAndNeverShowThem() {
        Proxy proxy = Proxy.parse("HTTPS_PROXY", "http://user:p%40ss+w%2Ford@proxy.example:8080");

        assertThat(proxy.user()).isEqualTo("user");
        assertThat(proxy.password()).isEqualTo("p@ss+w/ord");
        assertThat(proxy).hasToString("http://proxy.example:8080");
        assertThat(new ProxySettings(proxy, proxy, NoProxy.of("")).secrets()).contains("p@ss+w/ord");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://user:hunter22@proxy.example",
                "http://user:hunter22@",
                "http://user:hunter22@proxy example",
                "http://user:hunter22%zz@proxy.example",
                "https://user:hunter22@proxy.example",
            })
    void shouldRefuseWhatIsNoProxyWithoutShowingCredentials(String text) {
        assertThatExceptionOfType(HttpConfigurationException.class)
                .isThrownBy(() -> ProxySettings.ofEnvironment(Map.of("HTTPS_PROXY", text)))
                .withMessageContaining("HTTPS_PROXY")
                .satisfies(failure -> assertThat(failure.toString()).doesNotContain("hunter22"))
                .withNoCause();
    }

    @ParameterizedTest
    @CsvSource({
        "https://registry.corp.example/, true",
        "https://corp.example/, true",
        "https://notcorp.example/, false",
        "https://10.0.0.5/, true",
        "https://10.0.0.55/, false",
        "https://cache.example:8443/, true",
        "https://cache.example/, false",
        "https://a.wild.example/, true",
        "https://REGISTRY.Corp.Example/, true",
        "http://localhost:5000/, true",
        "http://127.0.0.1:5000/, true",
        "http://[::1]:5000/, true",
        "https://127.0.0.1.evil.example/, false",
        "https://other.example/, false",
    })
    void shouldCallListedHostsDirectly(String address, boolean direct) {
        NoProxy list = NoProxy.of(" .corp.example, 10.0.0.5,cache.example:8443, *.wild.example,,");

        assertThat(list.covers(URI.create(address))).isEqualTo(direct);
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.200.3.4/, true",
        "https://11.0.0.1/, false",
        "https://192.168.7.255:8443/, true",
        "https://192.168.8.0/, false",
        "https://172.16.0.9/, true",
        "https://172.16.0.10/, false",
        "https://10.0.0.1.evil.example/, false",
        "https://registry.example/, false",
    })
    void shouldCallListedNetworksDirectly(String address, boolean direct) {
        NoProxy list = NoProxy.of("10.0.0.0/8, 192.168.7.0/24,172.16.0.9/32,1.2.3.4/33,300.0.0.0/8,/8,registry/8");

        assertThat(list.covers(URI.create(address))).isEqualTo(direct);
        assertThat(NoProxy.of("0.0.0.0/0").covers(URI.create("https://11.0.0.1/")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://one.corp.example/, true",
        "https://corp.example/, false",
        "https://exact.example/, true",
        "https://sub.exact.example/, false",
        "https://10.1.2.3/, true",
        "https://110.1.2.3/, false",
        "https://ci-7.build.example/, true",
        "https://CI-7.Build.Example/, true",
        "https://ci-7.build.example.evil.example/, false",
        "https://ci-7xbuild.example/, false",
        "http://127.0.0.1:5000/, true",
    })
    void shouldCallHostsOfPatternsDirectly(String address, boolean direct) {
        NoProxy list =
                NoProxy.ofPatterns(List.of("*.corp.example", " Exact.example ", "10.*", "ci-*.build.example", ""));

        assertThat(list.covers(URI.create(address))).isEqualTo(direct);
    }

    @Test
    void shouldCallEverythingDirectlyWithStar() {
        assertThat(NoProxy.of("*").covers(URI.create("https://any.example/"))).isTrue();
    }

    @Test
    void shouldUseNoProxyWithoutSettings() {
        assertThat(ProxySettings.ofEnvironment(Map.of("HTTPS_PROXY", " ")).proxyFor(URI.create("https://one.example/")))
                .isEmpty();
    }
}
