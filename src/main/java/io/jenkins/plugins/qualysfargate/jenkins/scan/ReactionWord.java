package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.model.Result;
import java.util.Locale;

/** What a verdict that is no pass does to the build. */
enum ReactionWord {
    FAIL(Result.FAILURE),
    UNSTABLE(Result.UNSTABLE);

    private final Result result;

    ReactionWord(Result result) {
        this.result = result;
    }

    Result result() {
        return result;
    }

    /**
     * Reads a word as users type it.
     *
     * @throws IllegalArgumentException naming the valid ones
     */
    static ReactionWord parse(String text) {
        for (ReactionWord word : values()) {
            if (word.name().equals(text.strip().toUpperCase(Locale.ROOT))) {
                return word;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not valid; valid are fail and unstable");
    }
}
