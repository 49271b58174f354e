package io.jenkins.plugins.qualysfargate.engine.aws;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param next by which the next part is asked for; null or empty after the last one
 */
public record AwsPage<T>(List<T> items, @Nullable String next) {
    /** As many pages as are asked for at most: no list that is looked at here is so long. */
    static final int MOST = 1000;

    public AwsPage {
        items = List.copyOf(items);
    }

    boolean last() {
        return next == null || next.isEmpty();
    }
}
