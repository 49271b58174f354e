package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.List;
import java.util.function.Function;

/** The answer for one image: it passes, it fails, or nothing can be said, which is never a pass. */
public sealed interface Verdict {

    /** The image was scanned completely and keeps to the policy. */
    record Pass() implements Verdict {}

    /**
     * The image was scanned completely and breaks the policy.
     *
     * @param violations at least one, worst first
     * @param omitted how many more there are than are listed
     */
    record Fail(List<Violation> violations, long omitted) implements Verdict {
        public Fail {
            violations = List.copyOf(violations);
            if (violations.isEmpty()) {
                throw new IllegalArgumentException("a failure names at least one violation");
            }
        }
    }

    /**
     * There is no complete, current, well-formed answer for exactly this image.
     *
     * @param message what was attempted, on what, and why it gave no answer
     * @param howToFix what a person should do next
     */
    record Indeterminate(IndeterminateCause cause, String message, String howToFix) implements Verdict {}

    /** Maps the three cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Pass, ? extends T> pass,
            Function<? super Fail, ? extends T> fail,
            Function<? super Indeterminate, ? extends T> indeterminate) {
        if (this instanceof Pass it) {
            return pass.apply(it);
        }
        if (this instanceof Fail it) {
            return fail.apply(it);
        }
        return indeterminate.apply((Indeterminate) this);
    }

    /** Which of the three it is. */
    default VerdictKind kind() {
        return fold(it -> VerdictKind.PASS, it -> VerdictKind.FAIL, it -> VerdictKind.INDETERMINATE);
    }

    /** One sentence for people: why it is so. */
    default String reason() {
        return fold(
                it -> "The image keeps to the policy.",
                it -> it.violations().get(0).message() + more(it.violations().size() - 1 + it.omitted()),
                Indeterminate::message);
    }

    private static String more(long others) {
        if (others == 0) {
            return "";
        }
        return others == 1 ? " (and 1 more violation)" : " (and " + others + " more violations)";
    }
}
