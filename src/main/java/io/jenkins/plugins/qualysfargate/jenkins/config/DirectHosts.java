package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The hosts that Jenkins calls without its proxy, in Jenkins' own words and in those of {@code NO_PROXY}. */
final class DirectHosts {
    private static final Pattern NETWORK = Pattern.compile("((?:[0-9]{1,3}\\.){1,3})\\*");

    private DirectHosts() {}

    /** Whole host names with {@code *} for anything, split as Jenkins does it. */
    static List<String> of(@CheckForNull String noProxyHost) {
        return Arrays.stream(Util.fixNull(noProxyHost).split("[\\s,|]+", -1))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /**
     * The list as the scanner reads it, which knows names with everything below them and networks, and no other patterns:
     * those are left out, so that such a host is called through the proxy.
     */
    static String variable(List<String> patterns) {
        return patterns.stream()
                .map(DirectHosts::translated)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(","));
    }

    private static Optional<String> translated(String pattern) {
        if (pattern.equals("*") || !pattern.contains("*")) {
            return Optional.of(pattern);
        }
        Matcher network = NETWORK.matcher(pattern);
        if (network.matches()) {
            String known = network.group(1);
            int octets = (int) known.chars().filter(each -> each == '.').count();
            return Optional.of(known + "0.".repeat(4 - octets).replaceFirst("\\.$", "") + "/" + 8 * octets);
        }
        String below = pattern.startsWith("*.") ? pattern.substring(1) : pattern;
        return below.contains("*") ? Optional.empty() : Optional.of(below);
    }
}
