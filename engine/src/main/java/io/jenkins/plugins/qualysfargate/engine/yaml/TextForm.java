package io.jenkins.plugins.qualysfargate.engine.yaml;

import java.util.regex.Pattern;

/**
 * What a text must look like.
 *
 * @param pattern of the whole text; it must be one that cannot be made to backtrack for long
 * @param description follows "is not"
 */
public record TextForm(Pattern pattern, String description) {
    /** Of what is named by people, and referred to elsewhere. */
    public static final TextForm ID = of(
            "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
            "an id: up to 100 letters, digits and . _ -, the first one a letter or digit");

    /** Of what people tell each other. */
    public static final TextForm SENTENCE =
            of("(?=.*\\S)[^\\p{Cntrl}]{1,500}", "a text of 1 to 500 characters in one line");

    /** A form with a regular expression for the whole text. */
    public static TextForm of(String regex, String description) {
        return new TextForm(Pattern.compile(regex), description);
    }

    boolean describes(String text) {
        return pattern.matcher(text).matches();
    }
}
