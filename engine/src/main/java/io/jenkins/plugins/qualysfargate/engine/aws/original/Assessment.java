package io.jenkins.plugins.qualysfargate.engine.aws.original;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What may be concluded from a result of the original scanner. It read real reports as empty, and kept failed scans as
 * clean ones, so that a result without findings says nothing.
 */
public sealed interface Assessment {

    /** Something was found; there may be more. */
    record Found(long findings) implements Assessment {}

    /** Nothing may be concluded, and why, as a sentence. */
    record Suspect(String reason) implements Assessment {}

    /** It is not what the original scanner writes, and why, as a sentence. */
    record Unreadable(String reason) implements Assessment {}

    /** Maps the three cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Found, ? extends T> found,
            Function<? super Suspect, ? extends T> suspect,
            Function<? super Unreadable, ? extends T> unreadable) {
        if (this instanceof Found it) {
            return found.apply(it);
        }
        return this instanceof Suspect it ? suspect.apply(it) : unreadable.apply((Unreadable) this);
    }

    /** @param previous numbers of the digest before it in the same repository; null if there is none */
    static Assessment of(OriginalNumbers numbers, @Nullable OriginalNumbers previous) {
        Long found = numbers.found();
        if (found == null) {
            return new Suspect("The result does not say how much was found.");
        }
        Long listed = numbers.findings();
        if (listed != null && listed == 0 && numbers.positive()) {
            return new Suspect("The result counts " + found + " findings and lists none.");
        }
        if (found > 0) {
            return new Found(found);
        }
        if (numbers.positive() || (listed != null && listed > 0)) {
            return new Suspect("The numbers of the result contradict each other.");
        }
        Long before = previous == null ? null : previous.found();
        return new Suspect(
                before != null && before > 0
                        ? String.format(
                                Locale.ROOT,
                                "Nothing was found where the digest before it had %d findings. Scan the image again.",
                                before)
                        : "Nothing was found, as whenever the original scanner failed. Scan the image again.");
    }
}
