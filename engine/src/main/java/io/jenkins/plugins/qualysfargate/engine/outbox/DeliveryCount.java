package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What became of the messages that were due.
 *
 * @param postponed to be tried again
 * @param abandoned given up
 * @param reasons why messages were not delivered, each once
 */
public record DeliveryCount(int delivered, int postponed, int abandoned, List<String> reasons) {
    public static final DeliveryCount NONE = new DeliveryCount(0, 0, 0, List.of());

    static final DeliveryCount DELIVERED = new DeliveryCount(1, 0, 0, List.of());

    public DeliveryCount {
        reasons = List.copyOf(reasons);
    }

    static DeliveryCount postponed(String reason) {
        return new DeliveryCount(0, 1, 0, List.of(reason));
    }

    static DeliveryCount abandoned(String reason) {
        return new DeliveryCount(0, 0, 1, List.of(reason));
    }

    DeliveryCount plus(DeliveryCount other) {
        Set<String> all = new LinkedHashSet<>(reasons);
        all.addAll(other.reasons);
        return new DeliveryCount(
                delivered + other.delivered,
                postponed + other.postponed,
                abandoned + other.abandoned,
                new ArrayList<>(all));
    }
}
