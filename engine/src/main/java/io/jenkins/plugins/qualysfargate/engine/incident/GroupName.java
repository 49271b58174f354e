package io.jenkins.plugins.qualysfargate.engine.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names for groups and incidents that may stand in any message, comment or address. */
final class GroupName {
    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final int LONGEST = 140;
    private static final int HASH = 24;

    private GroupName() {}

    static String checkedInstance(String instance) {
        if (!INSTANCE.matcher(instance).matches() || instance.contains("--")) {
            throw new IllegalArgumentException("'" + instance
                    + "' cannot name an installation: 1 to 64 letters, digits," + " _, . and single - are expected");
        }
        return instance;
    }

    static String of(Failure failure, Iterable<Grouping> grouping) {
        StringBuilder group = new StringBuilder();
        append(group, "escalation", failure.care().escalation());
        for (Grouping each : grouping) {
            append(group, each.name().toLowerCase(Locale.ROOT), each.of(failure));
        }
        String whole = group.toString();
        // The beginning is for people, and the hash tells it from others that begin alike.
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST - HASH - 1) + "_" + hash(whole);
    }

    private static void append(StringBuilder group, String name, String value) {
        group.append(group.isEmpty() ? "" : ",").append(name).append('=').append(encoded(value));
    }

    /** Percent signs for whatever could end a comment, a list or a name. */
    private static String encoded(String value) {
        StringBuilder result = new StringBuilder();
        for (byte each : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
            boolean dash = c == '-' && !result.isEmpty() && result.charAt(result.length() - 1) != '-';
            result.append(
                    plain || dash
                            ? String.valueOf(c)
                            : "%" + HexFormat.of().withUpperCase().toHexDigits(each));
        }
        return result.toString();
    }

    /** Ninety-six bits in lower-case hex. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256, and this one does not", impossible);
        }
    }
}
