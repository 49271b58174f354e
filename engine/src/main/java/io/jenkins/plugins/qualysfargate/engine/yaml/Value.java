package io.jenkins.plugins.qualysfargate.engine.yaml;

import io.jenkins.plugins.qualysfargate.engine.model.Durations;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * One value of a file. Each method gives null and adds a problem if the value is not of its kind: YAML's own guesses
 * (yes, 0x10, 1_000) are not followed, because other readers guess otherwise.
 */
public record Value(Node node, String path, Problems problems) {
    private static final Pattern COUNT = Pattern.compile("0|[1-9][0-9]{0,8}");
    private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{1,9})?");
    private static final Pattern TIME_OF_DAY = Pattern.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern TIME = Pattern.compile("(?:0|[1-9][0-9]{0,3})[hdw]");

    /** A whole number, or one word that stands instead of a number. */
    public <T> @Nullable T countOr(String word, T ofWord, LongFunction<T> ofCount) {
        String text = scalar();
        if (word.equals(text)) {
            return ofWord;
        }
        if (text != null && isPlain(Tag.INT) && COUNT.matcher(text).matches()) {
            return ofCount.apply(Long.parseLong(text));
        }
        refuse("is neither a number from 0 to 999999999 nor the word " + word);
        return null;
    }

    /** A whole number within bounds. */
    public @Nullable Integer count(int least, int most) {
        String text = scalar();
        if (text != null && isPlain(Tag.INT) && COUNT.matcher(text).matches()) {
            int count = Integer.parseInt(text);
            if (count >= least && count <= most) {
                return count;
            }
        }
        refuse("is not a whole number from " + least + " to " + most);
        return null;
    }

    /** A number from 0 to {@code max}. */
    public @Nullable Double number(double max) {
        String text = scalar();
        if (text != null
                && (isPlain(Tag.INT) || isPlain(Tag.FLOAT))
                && NUMBER.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            if (number <= max) {
                return number;
            }
        }
        refuse("is not a number from 0 to " + Wording.number(max));
        return null;
    }

    /** What stands for true, or what stands for false. */
    public <T> @Nullable T flag(T yes, T no) {
        String text = scalar();
        if (text != null && isPlain(Tag.BOOL) && (text.equals("true") || text.equals("false"))) {
            return text.equals("true") ? yes : no;
        }
        refuse("is neither true nor false");
        return null;
    }

    /** One of several words. */
    public <T> @Nullable T choice(Map<String, T> words) {
        String text = scalar();
        T chosen = text == null ? null : words.get(text);
        if (chosen == null) {
            List<String> valid = new ArrayList<>(words.keySet());
            refuse(() -> (text == null ? "is no word. " : "'" + Wording.name(text) + "' is not valid. ")
                    + NearMiss.advice(text == null ? "" : text, valid));
        }
        return chosen;
    }

    /** Hours, days or weeks, for example {@code 12h}, {@code 7d}, {@code 2w}. */
    public @Nullable Duration time() {
        String text = scalar();
        if (text == null || !TIME.matcher(text).matches()) {
            refuse("is not a time such as 12h, 7d or 2w");
            return null;
        }
        long amount = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'h' -> Duration.ofHours(amount);
            case 'd' -> Duration.ofDays(amount);
            default -> Duration.ofDays(7 * amount);
        };
    }

    /** A length of time within bounds, as {@link Durations} reads it. */
    public @Nullable Duration duration(Duration shortest, Duration longest) {
        String text = isPlain(Tag.STR) ? scalar() : null;
        Duration found = text == null ? null : Durations.parse(text).orElse(null);
        if (found == null || found.compareTo(shortest) < 0 || found.compareTo(longest) > 0) {
            refuse("is not a length of time from " + Durations.words(shortest) + " to " + Durations.words(longest)
                    + ", such as 90m, 12h, 2d or PT1H30M");
            return null;
        }
        return found;
    }

    /** A day of the calendar. */
    public @Nullable LocalDate date() {
        String text = scalar();
        if (text != null && text.length() == 10) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                // Told below, in the same words as for everything else that is no date.
            }
        }
        refuse("is not a date such as 2026-03-31");
        return null;
    }

    /** A time of day, for example {@code 08:00}; YAML 1.1 takes some of them for numbers to the base of 60. */
    public @Nullable LocalTime timeOfDay() {
        String text = isPlain(Tag.STR) || isPlain(Tag.INT) ? scalar() : null;
        if (text == null || !TIME_OF_DAY.matcher(text).matches()) {
            refuse("is not a time of day such as 08:00");
            return null;
        }
        return LocalTime.parse(text);
    }

    /** A text of the given form. */
    public @Nullable String text(TextForm form) {
        String text = isPlain(Tag.STR) || isPlain(Tag.TIMESTAMP) ? scalar() : null;
        if (text == null || !form.describes(text)) {
            refuse("is not " + form.description());
            return null;
        }
        return text;
    }

    /** A text or a whole number of the given form, as a text. */
    public @Nullable String textOrCount(TextForm form) {
        String text = scalar();
        if (text != null && isPlain(Tag.INT) && COUNT.matcher(text).matches() && form.describes(text)) {
            return text;
        }
        return text(form);
    }

    /** The word that stands here, whatever it is; empty if it is none. */
    public String word() {
        String text = scalar();
        return text == null ? "" : text;
    }

    /** True if keys stand here, so that it is to be read as a {@link Section}. */
    public boolean hasKeys() {
        return node instanceof MappingNode;
    }

    /** The keys of this value; null (and a problem) if it holds none. */
    public @Nullable Section section(List<String> keys) {
        return Section.open(node, path, keys, problems);
    }

    /** Something is wrong with the value. */
    public void refuse(String message) {
        problems.add(node, path, message);
    }

    /** The same with a message that costs something to make, and is made only if somebody will read it. */
    public void refuse(Supplier<String> message) {
        problems.add(node, path, message);
    }

    private boolean isPlain(Tag tag) {
        return node.getTag().equals(tag);
    }

    private @Nullable String scalar() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }
}
