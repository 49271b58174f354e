package io.jenkins.plugins.qualysfargate.jenkins.config;

import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Everything that is wrong with the settings, a sentence each; settings that have a problem are not kept. */
final class SettingsProblems {
    private static final Pattern POLICY_NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ._-]{0,62}[A-Za-z0-9])?");
    private static final Pattern REGISTRY =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?(?::[0-9]{1,5})?");
    static final int LONGEST_DAYS = 3650;
    static final int LONGEST_MINUTES = 1440;

    private SettingsProblems() {}

    static List<String> of(QualysSettings settings) {
        List<String> problems = new ArrayList<>(gateways(settings.getGateways()));
        problems.addAll(policies(settings.getPolicies()));
        if (!settings.getPod().isEmpty()
                && PlatformNames.find(settings.getPod(), settings.getGateways()).isEmpty()) {
            problems.add(PlatformNames.unknown(settings.getPod(), settings.getGateways()));
        }
        Stream.of(settings.getDefaultPolicy(), settings.getFloorPolicy())
                .distinct()
                .forEach(name -> problems.addAll(choice(name, settings.getPolicies())));
        problems.addAll(registries(settings.getInsecureRegistries()));
        problems.addAll(caFile(settings.getCaFile()));
        problems.addAll(feed(settings.getKevFeed()));
        problems.addAll(feed(settings.getEpssFeed()));
        problems.addAll(number(Messages.QualysSettings_staleAfterDays(), settings.getStaleAfterDays(), LONGEST_DAYS));
        problems.addAll(number(Messages.QualysSettings_historyDays(), settings.getHistoryDays(), LONGEST_DAYS));
        problems.addAll(
                number(Messages.QualysSettings_maxScanMinutes(), settings.getMaxScanMinutes(), LONGEST_MINUTES));
        return problems;
    }

    private static List<String> gateways(List<QualysGateway> gateways) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (QualysGateway gateway : gateways) {
            problems.addAll(gatewayName(gateway.getName()));
            problems.addAll(gatewayUrl(gateway.getUrl()));
            if (!names.add(gateway.getName().toLowerCase(Locale.ROOT))) {
                problems.add(Messages.SettingsProblems_gatewayTwice(gateway.getName()));
            }
        }
        return problems;
    }

    static List<String> gatewayName(String name) {
        if (!PlatformNames.isName(name)) {
            return List.of(Messages.SettingsProblems_gatewayName(name));
        }
        return PlatformNames.isShared(name) ? List.of(Messages.SettingsProblems_gatewayShared(name)) : List.of();
    }

    static List<String> gatewayUrl(String url) {
        try {
            new QualysPlatform.Gateway(URI.create(url));
            return List.of();
        } catch (IllegalArgumentException e) {
            // The address is not repeated: a user and password in it would be repeated too.
            return List.of(Messages.SettingsProblems_gatewayUrl());
        }
    }

    private static List<String> policies(List<NamedPolicy> policies) {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (NamedPolicy policy : policies) {
            problems.addAll(policyName(policy.getName()));
            problems.addAll(policy.read().<List<String>>fold(valid -> List.of(), NamedPolicy::lines));
            if (!names.add(policy.getName())) {
                problems.add(Messages.SettingsProblems_policyTwice(policy.getName()));
            }
        }
        return problems;
    }

    static List<String> policyName(String name) {
        return POLICY_NAME.matcher(name).matches() ? List.of() : List.of(Messages.SettingsProblems_policyName(name));
    }

    /** @param name empty for none */
    static List<String> choice(String name, List<NamedPolicy> policies) {
        boolean known =
                name.isEmpty() || policies.stream().map(NamedPolicy::getName).anyMatch(name::equals);
        return known ? List.of() : List.of(unknownPolicy(name, policies));
    }

    static String unknownPolicy(String name, List<NamedPolicy> policies) {
        return policies.isEmpty()
                ? Messages.SettingsProblems_noPolicies(name)
                : Messages.SettingsProblems_unknownPolicy(
                        name,
                        String.join(
                                ", ",
                                policies.stream().map(NamedPolicy::getName).toList()));
    }

    static List<String> registries(String list) {
        return hosts(list).stream()
                .filter(host -> !REGISTRY.matcher(host).matches())
                .map(Messages::SettingsProblems_registry)
                .toList();
    }

    static List<String> hosts(String list) {
        return Arrays.stream(list.split("[\\s,]+", -1))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    static List<String> caFile(String path) {
        return path.isEmpty() || isAbsolute(path) ? List.of() : List.of(Messages.SettingsProblems_caFile(path));
    }

    static List<String> feed(String address) {
        if (address.isEmpty() || isAbsolute(address)) {
            return List.of();
        }
        try {
            URI uri = URI.create(address);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null
                    ? List.of()
                    : List.of(Messages.SettingsProblems_feed());
        } catch (IllegalArgumentException e) {
            return List.of(Messages.SettingsProblems_feed());
        }
    }

    static List<String> number(String name, int value, int most) {
        return value >= 1 && value <= most
                ? List.of()
                : List.of(Messages.SettingsProblems_number(name, String.valueOf(value), String.valueOf(most)));
    }

    private static boolean isAbsolute(String path) {
        try {
            return Path.of(path).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
