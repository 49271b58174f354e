package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * How QScanner logs in to the image's registry: exactly one way, because a registry login given beside cloud credentials
 * breaks the scanner's own cloud login.
 */
public sealed interface RegistryAccess {

    /** Whatever the environment offers: the cloud's variables, its roles, or nothing for a public image. */
    record Ambient() implements RegistryAccess {}

    /**
     * Cloud credentials given for this scan instead of those of the environment.
     *
     * @param variables {@code AWS_…} variables and their values
     */
    record Cloud(Map<String, Credential> variables) implements RegistryAccess {
        /** @throws IllegalArgumentException if a name is no {@code AWS_…} variable, or none is given */
        public Cloud {
            variables = Map.copyOf(new TreeMap<>(variables));
            if (variables.isEmpty() || !variables.keySet().stream().allMatch(name -> name.matches("AWS_[A-Z0-9_]+"))) {
                throw new IllegalArgumentException("cloud credentials for QScanner must be AWS_… variables, but are "
                        + new TreeMap<>(variables).keySet());
            }
        }
    }

    /** A user and a password, for ECR the user {@code AWS} and the password of GetAuthorizationToken. */
    record Login(String user, Credential password) implements RegistryAccess {}

    /** A bearer token. */
    record Token(Credential token) implements RegistryAccess {}

    /**
     * Reads the {@code QSCANNER_REGISTRY_…} variables as QScanner itself would; without any it is {@link Ambient}.
     *
     * @throws IllegalArgumentException if a login is incomplete, or stands beside a token or cloud credentials
     */
    static RegistryAccess fromEnvironment(Map<String, String> environment) {
        return RegistryVariables.read(environment);
    }

    /** Maps the four cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super Ambient, ? extends T> ambient,
            Function<? super Cloud, ? extends T> cloud,
            Function<? super Login, ? extends T> login,
            Function<? super Token, ? extends T> token) {
        if (this instanceof Ambient it) {
            return ambient.apply(it);
        }
        if (this instanceof Cloud it) {
            return cloud.apply(it);
        }
        return this instanceof Login it ? login.apply(it) : token.apply((Token) this);
    }
}
