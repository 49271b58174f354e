package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which calls go through a proxy, in the words of the usual environment variables.
 *
 * @param http for addresses with {@code http}; null for none
 * @param https for addresses with {@code https}; null for none
 * @param direct hosts that are called without a proxy
 */
public record ProxySettings(@Nullable Proxy http, @Nullable Proxy https, NoProxy direct) {
    public static final ProxySettings NONE = new ProxySettings(null, null, NoProxy.of(""));

    /**
     * Reads {@code HTTP_PROXY}, {@code HTTPS_PROXY} and {@code NO_PROXY}; the lower-case names win, as in curl.
     *
     * @throws HttpConfigurationException naming the variable, if its value is no proxy address
     */
    public static ProxySettings ofEnvironment(Map<String, String> environment) {
        return new ProxySettings(
                proxy(environment, "HTTP_PROXY"),
                proxy(environment, "HTTPS_PROXY"),
                NoProxy.of(value(environment, "NO_PROXY")));
    }

    /** The proxy that a call to this address takes; empty if it goes straight. */
    public Optional<Proxy> proxyFor(URI uri) {
        if (direct.covers(uri)) {
            return Optional.empty();
        }
        return Optional.ofNullable("https".equals(uri.getScheme()) ? https : http);
    }

    private static @Nullable Proxy proxy(Map<String, String> environment, String name) {
        String value = value(environment, name);
        return value.isEmpty() ? null : Proxy.parse(name, value);
    }

    private static String value(Map<String, String> environment, String name) {
        String lower = environment.get(name.toLowerCase(Locale.ROOT));
        String value = lower != null ? lower : environment.getOrDefault(name, "");
        return value.strip();
    }

    /** The secrets of both proxies, for redaction. */
    public List<String> secrets() {
        return Stream.of(Optional.ofNullable(http), Optional.ofNullable(https))
                .flatMap(Optional::stream)
                .map(Proxy::password)
                .filter(each -> !each.isEmpty())
                .toList();
    }
}
