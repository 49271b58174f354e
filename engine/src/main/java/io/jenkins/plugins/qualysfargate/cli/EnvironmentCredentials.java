package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.check.file.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Credentials that a compliance file names, from environment variables: {@code tenable-api} is
 * {@code QUALYS_FARGATE_TENABLE_API_…} with {@code USER} and {@code PASSWORD}, {@code ACCESS_KEY} and {@code SECRET_KEY}, or
 * {@code TOKEN}.
 */
final class EnvironmentCredentials implements CredentialLookup {
    private final Map<String, String> environment;

    EnvironmentCredentials(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What the variables of this name begin with. */
    static String prefix(String name) {
        return "QUALYS_FARGATE_" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_";
    }

    @Override
    public Optional<Login> find(String name) {
        String prefix = prefix(name);
        String user = environment.getOrDefault(prefix + "USER", "");
        String access = environment.getOrDefault(prefix + "ACCESS_KEY", "");
        String token = environment.getOrDefault(prefix + "TOKEN", "");
        if (!access.isEmpty()) {
            return Optional.of(new Login.KeyPair(access, environment.getOrDefault(prefix + "SECRET_KEY", "")));
        }
        if (!user.isEmpty()) {
            return Optional.of(new Login.User(user, environment.getOrDefault(prefix + "PASSWORD", "")));
        }
        return token.isEmpty() ? Optional.empty() : Optional.of(new Login.Token(token));
    }
}
