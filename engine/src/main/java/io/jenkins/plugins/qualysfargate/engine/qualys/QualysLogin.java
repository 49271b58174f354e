package io.jenkins.plugins.qualysfargate.engine.qualys;

import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a user has to log in to Qualys with. */
public sealed interface QualysLogin {

    /** An access token that somebody else got. */
    record FixedToken(Credential token) implements QualysLogin {}

    /** An OAuth client, which gets its tokens itself. */
    record ClientCredentials(Credential id, Credential secret) implements QualysLogin {
        // They travel as header fields: RFC 9110, section 5.5, without what is obsolete.
        private static final Pattern FIELD = Pattern.compile("[ -~]+");

        /** @throws IllegalArgumentException naming the one that no client id or secret can be, and not showing it */
        public ClientCredentials {
            require("client id", id);
            require("client secret", secret);
        }

        private static void require(String name, Credential credential) {
            if (!FIELD.matcher(credential.value()).matches()) {
                throw new IllegalArgumentException("the Qualys " + name
                        + " holds characters other than printable ASCII," + " which none has; check how it was copied");
            }
        }
    }

    /** Maps the two cases; a caller that forgets one does not compile. */
    default <T> T fold(
            Function<? super FixedToken, ? extends T> token, Function<? super ClientCredentials, ? extends T> client) {
        return this instanceof FixedToken it ? token.apply(it) : client.apply((ClientCredentials) this);
    }
}
