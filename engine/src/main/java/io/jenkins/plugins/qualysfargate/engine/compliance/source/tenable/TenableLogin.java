package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** How Tenable.sc knows who asks; never prints a secret. */
public sealed interface TenableLogin {

    /** What must not be seen in messages. */
    List<String> secrets();

    /** A pair of keys that a person made for this purpose; Tenable.sc 5.13 and later. */
    record ApiKey(String accessKey, String secretKey) implements TenableLogin {
        /** They travel in one header, parted by a semicolon. */
        private static final Pattern KEY = Pattern.compile("[!-:<-~]{1,500}");

        /** @throws IllegalArgumentException if one of them cannot be a key */
        public ApiKey {
            if (!KEY.matcher(accessKey).matches() || !KEY.matcher(secretKey).matches()) {
                throw new IllegalArgumentException(
                        "The Tenable.sc API key cannot be used: access key and secret key must be"
                                + " visible ASCII characters without blanks and semicolons; check how they were copied");
            }
        }

        @Override
        public List<String> secrets() {
            return List.of(accessKey, secretKey);
        }

        @Override
        public String toString() {
            return "API key";
        }
    }

    /** A user of Tenable.sc, for whom a session is opened and closed. */
    record Account(String user, String password) implements TenableLogin {

        /** @throws IllegalArgumentException if one of them is missing */
        public Account {
            if (user.isBlank() || password.isEmpty()) {
                throw new IllegalArgumentException(
                        "The Tenable.sc login cannot be used: user or password is empty; check the credentials");
            }
        }

        @Override
        public List<String> secrets() {
            return List.of(password);
        }

        @Override
        public String toString() {
            return "session";
        }
    }

    /** One of the two; a caller that forgets one does not compile. */
    default <T> T fold(Function<ApiKey, T> apiKey, Function<Account, T> account) {
        return this instanceof ApiKey it ? apiKey.apply(it) : account.apply((Account) this);
    }
}
