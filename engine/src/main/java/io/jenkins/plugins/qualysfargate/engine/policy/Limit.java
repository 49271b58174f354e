package io.jenkins.plugins.qualysfargate.engine.policy;

/**
 * How many of something a policy tolerates.
 *
 * @param max 0 or more; {@link Long#MAX_VALUE} stands for no limit
 */
public record Limit(long max) {
    /** Tolerates none. */
    public static final Limit NONE = new Limit(0);

    /** Tolerates any number. */
    public static final Limit UNLIMITED = new Limit(Long.MAX_VALUE);

    /** @throws IllegalArgumentException if the number is negative */
    public Limit {
        if (max < 0) {
            throw new IllegalArgumentException("a limit is 0 or more, not " + max);
        }
    }

    public boolean isUnlimited() {
        return max == Long.MAX_VALUE;
    }

    public boolean isExceededBy(long count) {
        return count > max;
    }

    /** The smaller of the two. */
    public Limit tightenedBy(Limit other) {
        return max <= other.max ? this : other;
    }
}
