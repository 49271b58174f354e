package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.List;

/**
 * Something that is wrong now, and who hears of it.
 *
 * @param key of the member that it is
 * @param group into which it belongs
 * @param failure its texts are cut
 */
record Present(
        String key,
        String group,
        boolean cause,
        Failure failure,
        Urgency urgency,
        Hearing hearing,
        String because,
        List<Child> children,
        int moreChildren) {
    private static final int LONGEST_KEY = 120;

    /** The key of the member for a failure: as it is if that may be kept anywhere, else a hash of it. */
    static String key(Failure failure) {
        return key("scan:", failure.key());
    }

    /** The same for a cause, which is never the same as any failure. */
    static String key(Cause cause) {
        return key("cause:", cause.key());
    }

    private static String key(String kind, String key) {
        boolean plain =
                key.length() <= LONGEST_KEY && key.chars().allMatch(c -> c > ' ' && c < 127 && c != '"' && c != '\\');
        return kind + (plain ? key : "#" + GroupName.hash(key));
    }
}
