package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** What every store can keep; checked before anything is saved, so that all stores refuse the same. */
final class Limits {
    /** One document, in bytes of UTF-8; DynamoDB takes items of 400 KB with everything in them. */
    static final int DOCUMENT_BYTES = 200_000;

    /** Of a message, as escaped JSON. */
    private static final int ATTRIBUTES = 7_900;

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Pattern HALF_A_PAIR = Pattern.compile("\\p{Cs}");

    private Limits() {}

    /**
     * The text as UTF-8 can carry it: half a surrogate pair, which hostile names may hold, becomes U+FFFD.
     *
     * @throws IllegalArgumentException if it is shorter or longer
     */
    static String text(String what, String text, int shortest, int longest) {
        if (text.length() < shortest || text.length() > longest) {
            throw new IllegalArgumentException("Cannot keep " + what + " of " + text.length() + " characters: "
                    + shortest + " to " + longest + " are possible.");
        }
        return unicode(text);
    }

    /** @throws IllegalArgumentException if it has more bytes than a store keeps */
    static String document(String document) {
        String text = unicode(document);
        int bytes = bytes(text);
        if (bytes >= DOCUMENT_BYTES) {
            throw new IllegalArgumentException("Cannot keep a document of " + bytes + " bytes: it must have fewer than "
                    + DOCUMENT_BYTES + ". Split it.");
        }
        return text;
    }

    /** @throws IllegalArgumentException if a store could not keep it */
    static void message(OutboxMessage message) {
        text("the channel of message " + message.id(), message.channel(), 1, 64);
        text("the subject of message " + message.id(), message.subject(), 0, 1_000);
        document(message.body());
        int attributes = 0;
        for (Map.Entry<String, String> each : message.attributes().entrySet()) {
            // With what stands around them, and each character maybe as an escape of six.
            attributes += 6 * (1 + each.getKey().length() + each.getValue().length());
        }
        if (attributes > ATTRIBUTES) {
            throw new IllegalArgumentException(
                    "Cannot keep the attributes of message " + message.id() + ": their names and"
                            + " values have more than some " + ATTRIBUTES / 6 + " characters together. Shorten them.");
        }
    }

    /** @throws IllegalArgumentException if its year has not four digits */
    static Instant time(String what, Instant time) {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new IllegalArgumentException("Cannot keep " + what + " " + time + ": its year has not four digits.");
        }
        return time;
    }

    /** How many bytes of UTF-8. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String unicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return HALF_A_PAIR.matcher(text).replaceAll("\uFFFD");
            }
        }
        return text;
    }
}
