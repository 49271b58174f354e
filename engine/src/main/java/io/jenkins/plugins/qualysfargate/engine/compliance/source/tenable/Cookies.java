package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The cookies of one session, the newest of each name; RFC 6265, section 4.1.1. They never leave their server. */
record Cookies(Map<String, String> values) {
    static final Cookies NONE = new Cookies(Map.of());

    private static final int MOST = 20;
    private static final Pattern PAIR =
            Pattern.compile("([A-Za-z0-9!#$%&'*+.^_`|~-]{1,200})=([!#-+\\--:<-\\[\\]-~]{0,4000})(?:;.*)?");

    Cookies {
        values = Map.copyOf(values);
    }

    /** These and what the answer sets; whatever is no cookie is left out. */
    Cookies and(HttpAnswer answer) {
        Map<String, String> more = new TreeMap<>(values);
        for (String line : answer.headers().allValues("set-cookie")) {
            Matcher pair = PAIR.matcher(line.strip());
            if (pair.matches() && more.size() < MOST) {
                more.put(pair.group(1), pair.group(2));
            }
        }
        return new Cookies(more);
    }

    HttpCall on(HttpCall call) {
        return values.isEmpty() ? call : call.header("cookie", line());
    }

    /** As a header has them. */
    String line() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return values.size() + " cookies";
    }
}
