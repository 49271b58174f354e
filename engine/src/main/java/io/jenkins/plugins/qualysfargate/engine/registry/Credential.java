package io.jenkins.plugins.qualysfargate.engine.registry;

import java.util.function.Function;

/** What a registry or its token service accepts as a login; its text form never shows the secret. */
public sealed interface Credential {

    /** A user and a password, for Basic and for token services. */
    record UserPassword(String user, String password) implements Credential {
        @Override
        public String toString() {
            return "user '" + user + "'";
        }
    }

    /** A refresh token that the token service exchanges for an access token. */
    record IdentityToken(String token) implements Credential {
        @Override
        public String toString() {
            return "an identity token";
        }
    }

    /** An access token that the registry takes as it is. */
    record RegistryToken(String token) implements Credential {
        @Override
        public String toString() {
            return "a registry token";
        }
    }

    /** Maps the three cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super UserPassword, ? extends T> userPassword,
            Function<? super IdentityToken, ? extends T> identityToken,
            Function<? super RegistryToken, ? extends T> registryToken) {
        if (this instanceof UserPassword it) {
            return userPassword.apply(it);
        }
        return this instanceof IdentityToken it ? identityToken.apply(it) : registryToken.apply((RegistryToken) this);
    }
}
