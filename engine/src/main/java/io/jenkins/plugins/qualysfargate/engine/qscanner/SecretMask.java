package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hides secrets in text: as they are, URL-encoded, escaped for JSON, and as a part of anything in base64; and every user
 * and password in a URL, whether known or not.
 */
final class SecretMask {
    private static final String MASK = "****";
    /** Encoded forms that are shorter than this would hide ordinary words. */
    private static final int SHORTEST_ENCODED = 6;

    private static final int LONGEST_USER_INFO = 1024;
    private static final Pattern URL_USER =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{0,30}://([^\\s/\"'<>]{1," + LONGEST_USER_INFO + "})@");

    private final List<String> forms;
    private final int longest;

    SecretMask(List<String> secrets) {
        Set<String> all = new LinkedHashSet<>();
        for (String secret : secrets) {
            if (!secret.isBlank()) {
                all.addAll(formsOf(secret));
            }
        }
        forms = List.copyOf(all);
        longest = forms.stream().mapToInt(String::length).max().orElse(0);
    }

    /** No secret is longer than this many characters in any of its forms. */
    int longest() {
        return Math.max(longest, LONGEST_USER_INFO + 40);
    }

    /**
     * The first {@code end} characters of a text, masked. A secret that begins before {@code end} is hidden as a whole,
     * provided that the text goes on for {@link #longest()} characters or ends there.
     */
    String hide(String text, int end) {
        StringBuilder masked = new StringBuilder(Math.min(end, text.length()) + 16);
        int position = 0;
        for (Span span : spans(text)) {
            if (span.start >= end) {
                break;
            }
            if (span.end <= position) {
                continue;
            }
            if (span.start >= position) {
                masked.append(text, position, span.start).append(MASK);
            }
            position = span.end;
        }
        return position < end ? masked.append(text, position, end).toString() : masked.toString();
    }

    private List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        for (String form : forms) {
            for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
                spans.add(new Span(at, at + form.length()));
            }
        }
        if (text.contains("://")) {
            Matcher url = URL_USER.matcher(text);
            while (url.find()) {
                spans.add(new Span(url.start(1), url.end(1)));
            }
        }
        spans.sort(Comparator.comparingInt(Span::start));
        return spans;
    }

    private static Set<String> formsOf(String secret) {
        Set<String> forms = new LinkedHashSet<>(List.of(secret));
        addLong(forms, URLEncoder.encode(secret, StandardCharsets.UTF_8));
        addLong(forms, URLEncoder.encode(secret, StandardCharsets.UTF_8).replace("+", "%20"));
        addLong(forms, secret.replace("\\", "\\\\").replace("\"", "\\\""));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            addLong(forms, base64(bytes, before, Base64.getEncoder()));
            addLong(forms, base64(bytes, before, Base64.getUrlEncoder()));
        }
        return forms;
    }

    private static void addLong(Set<String> forms, String form) {
        if (form.length() >= SHORTEST_ENCODED) {
            forms.add(form);
        }
    }

    /**
     * The characters that the secret alone decides when it stands {@code before} bytes into a group of three: {@code
     * user:password} is encoded as a whole, and the password then looks different by where it begins.
     */
    private static String base64(byte[] secret, int before, Base64.Encoder encoder) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        String encoded = encoder.withoutPadding().encodeToString(shifted);
        int first = (before * 8 + 5) / 6;
        int last = shifted.length * 8 / 6;
        return first < last ? encoded.substring(first, last) : "";
    }

    private record Span(int start, int end) {}
}
