package io.jenkins.plugins.qualysfargate.engine.ledger;

import io.jenkins.plugins.qualysfargate.engine.model.BoundedText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Links notes, so that whoever knows the last hash notices every change before it. An entry's hash is the SHA-256 over these
 * texts in this order, each in UTF-8 and written as its length in bytes, a colon, the bytes and a comma:
 * {@value #FORM}, the sequence number, the hash of the entry before, the time in UTC with nine digits of a second, actor,
 * action, about, document.
 */
public final class JournalChain {
    /** Says which form is hashed, so that another one can never be taken for it. */
    public static final String FORM = "qualys-fargate-journal-1";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private JournalChain() {}

    /** A moment as it is hashed. */
    public static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** The entries that follow on this end of the journal. */
    public static List<JournalEntry> append(JournalHead head, List<JournalNote> notes) {
        List<JournalEntry> entries = new ArrayList<>();
        JournalHead last = head;
        for (JournalNote note : notes) {
            long sequence = last.sequence() + 1;
            JournalEntry entry = new JournalEntry(sequence, note, last.hash(), hash(sequence, last.hash(), note));
            entries.add(entry);
            last = entry.head();
        }
        return entries;
    }

    /** The hash that an entry must have. */
    static String hash(long sequence, String previousHash, JournalNote note) {
        MessageDigest digest = BoundedText.sha256();
        for (String text : List.of(
                FORM,
                Long.toString(sequence),
                previousHash,
                time(note.at()),
                note.actor(),
                note.action(),
                note.about(),
                note.document())) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            digest.update((byte) ',');
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
