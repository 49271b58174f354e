package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a Qualys platform can be called in Jenkins: by the name of a shared platform, or by the name that an administrator
 * gave to a gateway. An address is never a name, so that nobody but administrators decides where logins are sent.
 */
final class PlatformNames {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private PlatformNames() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean isShared(String name) {
        return Arrays.stream(PodName.values()).anyMatch(pod -> pod.name().equalsIgnoreCase(name));
    }

    /** The platform of this name; empty if there is none. */
    static Optional<QualysPlatform> find(String name, List<QualysGateway> gateways) {
        if (isShared(name)) {
            return Optional.of(new QualysPlatform.Pod(PodName.valueOf(name.toUpperCase(Locale.ROOT))));
        }
        return gateways.stream()
                .filter(gateway -> gateway.getName().equalsIgnoreCase(name))
                .findFirst()
                .map(gateway -> new QualysPlatform.Gateway(URI.create(gateway.getUrl())));
    }

    /** Why there is no platform of this name, and what to do. */
    static String unknown(String name, List<QualysGateway> gateways) {
        if (!isName(name)) {
            return Messages.PlatformNames_noName(name);
        }
        String known = Stream.concat(
                        Arrays.stream(PodName.values()).map(PodName::name),
                        gateways.stream().map(QualysGateway::getName))
                .collect(Collectors.joining(", "));
        return Messages.PlatformNames_unknown(name, known);
    }

    static FormValidation check(@CheckForNull String value) {
        String name = Util.fixNull(value).trim();
        List<QualysGateway> gateways = QualysConfiguration.get().getGateways();
        return name.isEmpty() || find(name, gateways).isPresent()
                ? FormValidation.ok()
                : FormValidation.error(unknown(name, gateways));
    }

    /** Everything that can be chosen, and what is set even if it cannot be chosen any more. */
    static ListBoxModel choices(String labelOfNone, @CheckForNull String current) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(labelOfNone, "");
        for (PodName pod : PodName.values()) {
            choices.add(pod.name());
        }
        for (QualysGateway gateway : QualysConfiguration.get().getGateways()) {
            choices.add(gateway.getName());
        }
        return FormChoices.keeping(choices, current);
    }

    static ListBoxModel only(@CheckForNull String current) {
        return FormChoices.only(current);
    }
}
