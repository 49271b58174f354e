package io.jenkins.plugins.qualysfargate.engine.report;

import java.nio.charset.StandardCharsets;

/** Turns hostile paths and names into the relative URI references that SARIF demands. */
final class SarifLocation {
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    private static final int LONGEST = 2_000;

    private SarifLocation() {}

    /** Everything but RFC 3986's unreserved characters and slashes is percent-encoded, so no scheme can come about. */
    static String uri(String text) {
        String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        StringBuilder uri = new StringBuilder(bounded.length());
        for (byte octet : bounded.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (PLAIN.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        int start = 0;
        while (start < uri.length() && uri.charAt(start) == '/') {
            start++;
        }
        return start == uri.length() ? "image" : uri.substring(start);
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
