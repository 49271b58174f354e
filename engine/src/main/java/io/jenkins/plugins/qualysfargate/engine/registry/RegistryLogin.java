package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.http.TransportException;
import io.jenkins.plugins.qualysfargate.engine.registry.Credential.UserPassword;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers the challenges of one registry, with the login that is configured for it or as anybody. */
final class RegistryLogin {
    private final Transport transport;
    private final CredentialSource credentials;
    private final RegistrySettings settings;
    private final RegistryAddress address;
    private final RegistryRight right;
    private @Nullable String authorization;
    private String description = "without a login";
    private boolean loggedIn;
    private Redaction redaction = Redaction.BY_LOOKS;

    RegistryLogin(
            Transport transport,
            CredentialSource credentials,
            RegistrySettings settings,
            RegistryAddress address,
            RegistryRight right) {
        this.transport = transport;
        this.credentials = credentials;
        this.settings = settings;
        this.address = address;
        this.right = right;
    }

    /** The call with what the last challenge brought, if there was one. */
    HttpCall sign(HttpCall call) {
        return authorization == null ? call : call.header("authorization", authorization);
    }

    /** True if a configured login is used. */
    boolean loggedIn() {
        return loggedIn;
    }

    /** With which login the registry is asked: completes "asked …". */
    String description() {
        return description;
    }

    /** Knows the secrets of this login. */
    Redaction redaction() {
        return redaction;
    }

    /**
     * Gets what the registry wants to see.
     *
     * @param action what is attempted, for messages
     */
    void authorize(String action, HttpAnswer refusal) throws UnresolvedException {
        List<Challenge> challenges = Challenge.parse(refusal.headers().allValues("www-authenticate"));
        Optional<Credential> credential = credential(action);
        Optional<Challenge> bearer = first(challenges, "bearer");
        if (bearer.isPresent()) {
            authorization = "Bearer " + token(action, bearer.get(), credential);
        } else if (first(challenges, "basic").isPresent()) {
            credential.ifPresent(
                    each -> authorization = each.fold(RegistryLogin::basic, it -> null, RegistryLogin::bearer));
        } else {
            throw new UnresolvedException(
                    Resolution.Reason.LOGIN_REFUSED,
                    "Could not " + action + ": " + address + " wants a login (HTTP 401) and names no way that is known;"
                            + " Bearer and Basic are.",
                    "Check that this is a container registry, and that no proxy or sign-on page stands before it.");
        }
    }

    private static Optional<Challenge> first(List<Challenge> challenges, String scheme) {
        return challenges.stream().filter(each -> each.scheme().equals(scheme)).findFirst();
    }

    private Optional<Credential> credential(String action) throws UnresolvedException {
        CredentialLookup lookup = credentials.find(address.registry());
        if (lookup instanceof CredentialLookup.Broken broken) {
            throw new UnresolvedException("Could not " + action + ": " + broken.message(), broken.howToFix());
        }
        Optional<Credential> credential =
                lookup.fold(found -> Optional.of(found.credential()), none -> Optional.empty(), it -> Optional.empty());
        if (credential.isPresent()
                && credential.get() instanceof Credential.RegistryToken ready
                && !FetchToken.isToken(ready.token())) {
            throw new UnresolvedException(
                    "Could not " + action + ": the registry token that is configured for " + address.registry()
                            + " holds characters that no token has.",
                    "Look for line breaks, blanks or quotes around it.");
        }
        credential.ifPresent(each -> {
            loggedIn = true;
            description = "with " + each;
            redaction = Redaction.of(List.of(each.fold(
                    UserPassword::password, Credential.IdentityToken::token, Credential.RegistryToken::token)));
        });
        return credential;
    }

    private String token(String action, Challenge challenge, Optional<Credential> credential)
            throws UnresolvedException {
        if (credential.isPresent() && credential.get() instanceof Credential.RegistryToken ready) {
            return ready.token();
        }
        FetchToken fetch = new FetchToken(
                TokenRealm.of(action, address, challenge), address.repository(), right, credential.orElse(null));
        try {
            HttpAnswer answer = transport.send(fetch.call().within(settings.callTimeout()));
            return fetch.read(action, answer, redaction);
        } catch (TransportException e) {
            throw RegistrySession.unanswered(action, e);
        }
    }

    static String basic(UserPassword login) {
        byte[] both = (login.user() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    private static String bearer(Credential.RegistryToken ready) {
        return "Bearer " + ready.token();
    }
}
