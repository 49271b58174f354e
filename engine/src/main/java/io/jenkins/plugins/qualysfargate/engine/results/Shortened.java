package io.jenkins.plugins.qualysfargate.engine.results;

import java.util.List;

/**
 * The beginning of a list that may be long.
 *
 * @param more how many there are beyond those that are listed
 */
public record Shortened<T>(List<T> listed, long more) {
    public Shortened {
        listed = List.copyOf(listed);
        if (more < 0) {
            throw new IllegalArgumentException("a list cannot leave out " + more + " elements");
        }
    }

    /** No more than so many of it. */
    Shortened<T> atMost(int count) {
        return listed.size() <= count ? this : new Shortened<>(listed.subList(0, count), more + listed.size() - count);
    }
}
