package io.jenkins.plugins.qualysfargate.jenkins.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Numbers of one kind from many rounds, told as the median, the least, and what nine of ten stay below. */
final class Figures {
    private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

    void add(String name, double number) {
        rounds.computeIfAbsent(name, first -> new ArrayList<>()).add(number);
    }

    /** The half of the rounds lies below it. */
    double median(String name) {
        return quantile(name, 0.5);
    }

    private double quantile(String name, double part) {
        List<Double> sorted = new ArrayList<>(rounds.get(name));
        Collections.sort(sorted);
        return sorted.get((int) Math.round(part * (sorted.size() - 1)));
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        rounds.forEach((name, numbers) -> lines.append(String.format(
                Locale.ROOT,
                "%-72s %9.1f  (%.1f–%.1f, %d rounds)%n",
                name,
                median(name),
                quantile(name, 0),
                quantile(name, 0.9),
                numbers.size())));
        return lines.toString();
    }
}
