package io.jenkins.plugins.qualysfargate.engine.aws.original;

import org.jspecify.annotations.Nullable;

/**
 * What a result of the original scanner says of an image; what is null it does not say.
 *
 * @param findings how many findings it lists
 */
public record OriginalNumbers(
        @Nullable Long vulnerabilities,
        @Nullable Long secrets,
        @Nullable Long critical,
        @Nullable Long high,
        @Nullable Long medium,
        @Nullable Long low,
        @Nullable Long findings) {

    /** True if any number says that there is something. */
    boolean positive() {
        return above(vulnerabilities)
                || above(secrets)
                || above(critical)
                || above(high)
                || above(medium)
                || above(low);
    }

    private static boolean above(@Nullable Long number) {
        return number != null && number > 0;
    }

    /** What is found, by the numbers and not by the list; null if one of the two numbers is not there. */
    @Nullable
    Long found() {
        return vulnerabilities == null || secrets == null ? null : (Long) (vulnerabilities + secrets);
    }
}
