package io.jenkins.plugins.qualysfargate.engine.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody who mistyped it probably meant. */
public final class NearMiss {
    private static final int LONGEST = 40;

    private NearMiss() {}

    /** For example {@code  did you mean 'critical'? Valid are critical, high.} */
    public static String advice(String typed, Collection<String> valid) {
        String list = "Valid are " + String.join(", ", valid) + ".";
        return closest(typed, valid)
                .map(word -> "Did you mean '" + word + "'? " + list)
                .orElse(list);
    }

    /** The word that was probably meant, for when there are too many valid ones to list; empty if none is near. */
    public static Optional<String> closest(String typed, Collection<String> valid) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        return valid.stream()
                .filter(word -> distance(typed, word) <= tolerance(word))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** Two swapped letters are two changes, so short words need more room than their length suggests. */
    private static int tolerance(String word) {
        return word.length() <= 6 ? word.length() / 2 : word.length() / 3;
    }

    /** How many letters must be added, dropped or changed, upper and lower case not told apart (Levenshtein). */
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int change = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
