package io.jenkins.plugins.qualysfargate.engine.push;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What ECR takes as a name; whatever else an event says was not written by ECR. */
final class EcrGrammar {
    /** One less than ECR takes, because no client pulls a longer one: the reference grammar of the distribution project. */
    private static final int LONGEST_REPOSITORY = 255;

    // Possessive, so that a hostile name cannot make the match backtrack.
    private static final Pattern REPOSITORY = Pattern.compile(
            "[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+(?:/[a-z0-9]++(?:(?:[._]|__|-++)[a-z0-9]++)*+)*+");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
    private static final Pattern EVENT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}");

    private EcrGrammar() {}

    /** @throws IllegalArgumentException naming the part, and not quoting it, because it is hostile */
    static void check(String repository, @Nullable String tag, String eventId) {
        if (repository.length() > LONGEST_REPOSITORY
                || !REPOSITORY.matcher(repository).matches()) {
            throw new IllegalArgumentException(
                    "the repository is not 1 to 255 lower-case letters and digits with single"
                            + " separators . _ - / between them");
        }
        if (tag != null && !TAG.matcher(tag).matches()) {
            throw new IllegalArgumentException(
                    "the tag is not 1 to 128 letters, digits, _ . and -, the first not . or -");
        }
        if (!EVENT_ID.matcher(eventId).matches()) {
            throw new IllegalArgumentException("the event id is not 1 to 128 letters, digits, _ and -");
        }
    }
}
