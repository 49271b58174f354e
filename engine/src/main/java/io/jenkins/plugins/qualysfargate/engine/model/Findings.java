package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The findings of one report, in the order of the report, as often as wanted. They may stand outside the heap, so take
 * them one by one and keep none.
 */
public interface Findings extends Iterable<Finding> {

    /** How many there are. */
    long count();

    /** The findings as a sequential stream. */
    default Stream<Finding> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** Findings that already are in memory. */
    static Findings of(List<Finding> findings) {
        List<Finding> copy = List.copyOf(findings);
        return new Findings() {
            @Override
            public long count() {
                return copy.size();
            }

            @Override
            public Iterator<Finding> iterator() {
                return copy.iterator();
            }
        };
    }
}
