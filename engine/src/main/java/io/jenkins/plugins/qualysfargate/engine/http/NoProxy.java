package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The hosts that are called without a proxy: names with everything below them, addresses, {@code *} for all, each with an
 * optional port, and networks. Loopback addresses always belong to it.
 *
 * @param entries lower case, without leading dots and stars
 * @param patterns lower case: whole host names and addresses, in which {@code *} stands for any characters
 */
public record NoProxy(List<String> entries, List<String> patterns) {
    public NoProxy {
        entries = List.copyOf(entries);
        patterns = List.copyOf(patterns);
    }

    /** Reads the comma-separated list of {@code NO_PROXY}. */
    public static NoProxy of(String list) {
        return new NoProxy(
                Arrays.stream(list.split(",", -1))
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .map(each -> each.startsWith("*.") ? each.substring(2) : each)
                        .map(each -> each.startsWith(".") ? each.substring(1) : each)
                        .filter(each -> !each.isEmpty())
                        .toList(),
                List.of());
    }

    /** Takes patterns of whole host names and addresses, such as {@code *.corp.example} and {@code 10.*}. */
    public static NoProxy ofPatterns(Collection<String> patterns) {
        return new NoProxy(
                List.of(),
                patterns.stream()
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .filter(each -> !each.isEmpty())
                        .toList());
    }

    /** True if this address is called straight. */
    public boolean covers(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return Loopback.isHost(host)
                || entries.stream().anyMatch(each -> covers(each, host, port(uri)))
                || patterns.stream().anyMatch(each -> matches(each, host));
    }

    private static boolean matches(String pattern, String host) {
        String[] parts = pattern.split("\\*+", -1);
        return host.matches(Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        if (entry.contains("/")) {
            return Ipv4Network.parse(entry)
                    .filter(network -> network.contains(host))
                    .isPresent();
        }
        String name = entry;
        int colon = entry.lastIndexOf(':');
        if (colon > 0 && colon == entry.indexOf(':')) {
            if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        return host.equals(name) || host.endsWith("." + name);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 80;
    }
}
