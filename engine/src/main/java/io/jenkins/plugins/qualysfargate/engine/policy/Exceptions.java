package io.jenkins.plugins.qualysfargate.engine.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a policy excuses, and what it never does.
 *
 * @param layers one per policy that was merged; something is excused only if every layer excuses it, so no layer can be
 *     talked out of anything by another one
 * @param localAllowed true if, as a floor, the policy lets local policies excuse what it would not itself
 * @param neverWaive excused by no exception at all
 */
public record Exceptions(List<List<Exemption>> layers, boolean localAllowed, Targets neverWaive) {

    /** Excuses nothing. */
    public static final Exceptions NONE = new Exceptions(List.of(List.of()), false, Targets.NONE);

    public Exceptions {
        layers = layers.stream().map(List::copyOf).toList();
    }

    /**
     * What either of the two excuses, except for what either never does.
     *
     * @throws IllegalArgumentException if either side was merged already, or if one id stands for two exceptions
     */
    Exceptions with(Exceptions more) {
        if (layers.size() != 1 || more.layers.size() != 1) {
            throw new IllegalArgumentException("exceptions can be added only before a policy is merged with a floor,"
                    + " because they would loosen the floor too");
        }
        List<Exemption> both = Stream.concat(layers.get(0).stream(), more.layers.get(0).stream())
                .distinct()
                .toList();
        Set<String> ids = new HashSet<>();
        for (Exemption each : both) {
            if (!ids.add(each.id())) {
                throw new IllegalArgumentException(
                        "'" + each.id() + "' is the id of two different exceptions; give each its own");
            }
        }
        return new Exceptions(List.of(both), localAllowed, neverWaive.and(more.neverWaive));
    }

    /** What both policies excuse or, if the floor lets local exceptions stand, what this one does. */
    Exceptions tightenedBy(Exceptions floor) {
        List<List<Exemption>> both = floor.localAllowed
                ? layers
                : Stream.concat(layers.stream(), floor.layers.stream())
                        .distinct()
                        .toList();
        return new Exceptions(both, localAllowed && floor.localAllowed, neverWaive.and(floor.neverWaive));
    }
}
