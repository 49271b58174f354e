package io.jenkins.plugins.qualysfargate.engine.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way to log in that a server offers in {@code WWW-Authenticate}: RFC 9110, section 11.6.1.
 *
 * @param scheme in lower case
 * @param parameters names in lower case
 */
record Challenge(String scheme, Map<String, String> parameters) {
    private static final int LONGEST_HEADER = 4096;
    private static final Pattern PARAMETER =
            Pattern.compile("\\G[,\\s]*+([A-Za-z0-9_-]++)\\s*+=\\s*+(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]++))");
    private static final Pattern SCHEME = Pattern.compile("\\G[,\\s]*+([A-Za-z0-9_-]++)(?=[\\s,]|$)");

    Challenge {
        parameters = Map.copyOf(parameters);
    }

    /** Every challenge of all headers in their order; text that is no challenge ends the reading of its header. */
    static List<Challenge> parse(List<String> headers) {
        List<Challenge> result = new ArrayList<>();
        for (String header : headers) {
            if (header.length() <= LONGEST_HEADER) {
                result.addAll(parse(header));
            }
        }
        return result;
    }

    private static List<Challenge> parse(String header) {
        List<Challenge> result = new ArrayList<>();
        Matcher parameter = PARAMETER.matcher(header);
        Matcher scheme = SCHEME.matcher(header);
        String current = "";
        Map<String, String> parameters = new LinkedHashMap<>();
        int position = 0;
        while (position < header.length()) {
            if (!current.isEmpty() && parameter.find(position)) {
                String value = parameter.group(2) == null
                        ? parameter.group(3)
                        : parameter.group(2).replaceAll("\\\\(.)", "$1");
                parameters.putIfAbsent(parameter.group(1).toLowerCase(Locale.ROOT), value);
                position = parameter.end();
            } else if (scheme.find(position)) {
                add(result, current, parameters);
                current = scheme.group(1).toLowerCase(Locale.ROOT);
                parameters = new LinkedHashMap<>();
                position = scheme.end();
            } else {
                break;
            }
        }
        add(result, current, parameters);
        return result;
    }

    private static void add(List<Challenge> result, String scheme, Map<String, String> parameters) {
        if (!scheme.isEmpty()) {
            result.add(new Challenge(scheme, parameters));
        }
    }
}
