package io.jenkins.plugins.qualysfargate.engine.registry;

import java.util.Map;

/** The login in the variables that the scanner itself reads; it is for every registry that is asked. */
final class EnvironmentCredentials implements CredentialSource {
    private static final String USER = "QSCANNER_REGISTRY_USERNAME";
    private static final String PASSWORD = "QSCANNER_REGISTRY_PASSWORD";
    private static final String TOKEN = "QSCANNER_REGISTRY_TOKEN";

    private final Map<String, String> environment;

    EnvironmentCredentials(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public CredentialLookup find(String registry) {
        String user = environment.getOrDefault(USER, "");
        String password = environment.getOrDefault(PASSWORD, "");
        String token = environment.getOrDefault(TOKEN, "");
        if (user.isEmpty() != password.isEmpty()) {
            String missing = user.isEmpty() ? USER : PASSWORD;
            return new CredentialLookup.Broken(
                    "of the variables " + USER + " and " + PASSWORD + ", " + missing + " is not set.",
                    "Set both, or none.");
        }
        if (!user.isEmpty()) {
            return new CredentialLookup.Found(new Credential.UserPassword(user, password));
        }
        return token.isEmpty()
                ? new CredentialLookup.None()
                : new CredentialLookup.Found(new Credential.RegistryToken(token));
    }
}
