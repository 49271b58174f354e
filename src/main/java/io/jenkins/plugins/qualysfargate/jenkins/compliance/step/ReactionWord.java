package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Result;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an answer that is not good does to the build. */
enum ReactionWord {
    FAIL(Result.FAILURE),
    UNSTABLE(Result.UNSTABLE),
    NOTHING(null);

    @CheckForNull
    private final Result result;

    ReactionWord(@CheckForNull Result result) {
        this.result = result;
    }

    /** Empty if the build stays as it is. */
    Optional<Result> result() {
        return Optional.ofNullable(result);
    }

    /** As users write it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that is not known. */
    static Optional<ReactionWord> of(String text) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
