package io.jenkins.plugins.qualysfargate.sidecar.process;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments that a process was started with, the first one being the name that it was called by. What leaves the
 * sidecar is {@link #masked()}; the text form is masked too.
 */
public final class CommandLine {
    /** contracts/runtime-event.schema.json: most items of {@code arguments}. */
    private static final int MOST_WORDS = 256;

    /** The same: most characters of an item. */
    private static final int MOST_CHARACTERS = 4096;

    private static final String CUT = "[more arguments were left out]";

    private final List<String> words;
    private final boolean cut;

    private CommandLine(List<String> words, boolean cut) {
        this.words = List.copyOf(words);
        this.cut = cut;
    }

    /** Of words that are at hand. */
    public static CommandLine of(List<String> words) {
        return new CommandLine(words.subList(0, Math.min(words.size(), MOST_WORDS)), words.size() > MOST_WORDS);
    }

    /**
     * Of bytes as {@code /proc/<pid>/cmdline} has them: a zero byte after each word.
     *
     * @param whole false if the bytes were cut
     */
    public static CommandLine parse(byte[] bytes, boolean whole) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length && words.size() < MOST_WORDS; i++) {
            if (bytes[i] == 0) {
                words.add(HostileText.decode(bytes, start, i));
                start = i + 1;
            }
        }
        if (start < bytes.length && words.size() < MOST_WORDS) {
            words.add(HostileText.decode(bytes, start, bytes.length));
            start = bytes.length;
        }
        return new CommandLine(words, !whole || start < bytes.length);
    }

    /** As they were given, secrets included: to decide by, never to be written anywhere. */
    public List<String> words() {
        return words;
    }

    /** With secrets masked, and a last word that says so if some were left out. */
    public List<String> masked() {
        List<String> masked = new ArrayList<>();
        for (String word : ArgumentMask.mask(words)) {
            masked.add(HostileText.bounded(word, MOST_CHARACTERS));
        }
        if (cut) {
            if (masked.size() == MOST_WORDS) {
                masked.remove(MOST_WORDS - 1);
            }
            masked.add(CUT);
        }
        return List.copyOf(masked);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommandLine line && words.equals(line.words) && cut == line.cut;
    }

    @Override
    public int hashCode() {
        return 31 * words.hashCode() + Boolean.hashCode(cut);
    }

    @Override
    public String toString() {
        return masked().toString();
    }
}
