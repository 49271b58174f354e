package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A service works as long as it does so on one host: hosts that were replaced stay in Anchore's list for ever. */
final class ServiceComponents {
    /** Without one of these no image is analysed or judged: Anchore troubleshooting guide. */
    static final List<String> NEEDED = List.of("analyzer", "apiext", "catalog", "policy_engine", "simplequeue");

    private static final Map<String, String> LOGS = Map.of(
            "analyzer", "worker",
            "apiext", "api",
            "catalog", "catalog",
            "policy_engine", "policy-engine",
            "simplequeue", "simplequeue");

    private ServiceComponents() {}

    static List<Component> of(List<ServiceHost> hosts) {
        Map<String, List<ServiceHost>> byService = new TreeMap<>();
        NEEDED.forEach(name -> byService.put(name, new ArrayList<>()));
        hosts.forEach(host -> byService
                .computeIfAbsent(host.service(), name -> new ArrayList<>())
                .add(host));
        return byService.entrySet().stream()
                .map(each -> component(each.getKey(), each.getValue()))
                .toList();
    }

    /** For want of a permission. */
    static Component unseen(String reason) {
        return new Component(
                Component.Kind.SERVICE,
                "services",
                "services of Anchore",
                null,
                reason,
                "Give the user the right to see the system's state, so that a broken service explains what fails.");
    }

    private static Component component(String name, List<ServiceHost> hosts) {
        long up = hosts.stream().filter(host -> Boolean.TRUE.equals(host.up())).count();
        boolean unsaid = up == 0 && hosts.stream().anyMatch(host -> host.up() == null);
        String messages = hosts.stream()
                .filter(host ->
                        !Boolean.TRUE.equals(host.up()) && !host.message().isEmpty())
                .map(host -> host.host() + ": " + host.message())
                .limit(3)
                .reduce("", (one, other) -> one + "; " + other);
        String detail = hosts.isEmpty()
                ? "Anchore lists no host of it"
                : "up on " + up + " of " + hosts.size() + " hosts" + messages;
        return new Component(
                Component.Kind.SERVICE,
                name,
                "service " + name,
                unsaid ? null : up > 0,
                detail,
                up > 0 ? "" : "Start the service again, then look at its log (" + LOGS.getOrDefault(name, name) + ").");
    }
}
