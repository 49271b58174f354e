package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The hosts that are called without a proxy: names with everything below them, addresses, {@code *} for all, each with an
 * optional port. Loopback addresses always belong to it.
 *
 * @param entries lower case, without leading dots and stars
 */
public record NoProxy(List<String> entries) {
    public NoProxy {
        entries = List.copyOf(entries);
    }

    /** Reads the comma-separated list of {@code NO_PROXY}. */
    public static NoProxy of(String list) {
        return new NoProxy(Arrays.stream(list.split(",", -1))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .map(each -> each.startsWith("*.") ? each.substring(2) : each)
                .map(each -> each.startsWith(".") ? each.substring(1) : each)
                .filter(each -> !each.isEmpty())
                .toList());
    }

    /** True if this address is called straight. */
    public boolean covers(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return Loopback.isHost(host) || entries.stream().anyMatch(each -> covers(each, host, port(uri)));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
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
