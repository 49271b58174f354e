package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.List;
import java.util.Map;

/** The scanner's own registry variables: their names, and how a set of them is read. */
final class RegistryVariables {
    static final String USERNAME = "QSCANNER_REGISTRY_USERNAME";
    static final String PASSWORD = "QSCANNER_REGISTRY_PASSWORD";
    static final String TOKEN = "QSCANNER_REGISTRY_TOKEN";

    /** Each of them alone makes the AWS SDK log in; AWS_REGION does not. */
    private static final List<String> CLOUD_CREDENTIALS =
            List.of("AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_WEB_IDENTITY_TOKEN_FILE");

    private RegistryVariables() {}

    static RegistryAccess read(Map<String, String> environment) {
        String user = environment.getOrDefault(USERNAME, "");
        String password = environment.getOrDefault(PASSWORD, "");
        String token = environment.getOrDefault(TOKEN, "");
        if (user.isEmpty() && password.isEmpty() && token.isEmpty()) {
            return new RegistryAccess.Ambient();
        }
        refuseCloudBeside(environment);
        if (!token.isEmpty()) {
            require(
                    user.isEmpty() && password.isEmpty(),
                    TOKEN + " is set beside a user or password; keep one of them");
            return new RegistryAccess.Token(Credential.of(TOKEN, token));
        }
        require(!user.isEmpty(), PASSWORD + " is set without " + USERNAME + "; set both or none");
        require(!password.isEmpty(), USERNAME + " is set without " + PASSWORD + "; set both or none");
        return new RegistryAccess.Login(user, Credential.of(PASSWORD, password));
    }

    private static void refuseCloudBeside(Map<String, String> environment) {
        for (String name : CLOUD_CREDENTIALS) {
            require(
                    environment.getOrDefault(name, "").isEmpty(),
                    name + " is set beside QSCANNER_REGISTRY_…: the registry login would break the cloud login; "
                            + "unset one of them");
        }
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException("QScanner cannot log in to the registry: " + problem);
        }
    }
}
