package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.qualys.ClientCredentialsTokenSource;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import java.time.Clock;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Which stored credentials are a login for Qualys: its own two kinds, and a secret text that holds a token. */
final class Logins {
    /** What a job can use; system credentials are out of its reach. */
    static final CredentialsMatcher FOR_JOBS = CredentialsMatchers.allOf(
            CredentialsMatchers.anyOf(
                    CredentialsMatchers.instanceOf(QualysCredentials.class),
                    CredentialsMatchers.instanceOf(StringCredentials.class)),
            CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM)));

    /** For messages of the engine, which are English. */
    static final String TOKEN = "the Qualys access token";

    private Logins() {}

    /**
     * Empty if these credentials are of another kind.
     *
     * @throws IllegalArgumentException naming the part that no login can have, without showing it
     */
    static Optional<QualysLogin> of(StandardCredentials credentials) {
        if (credentials instanceof QualysCredentials ours) {
            return Optional.of(ours.login());
        }
        if (credentials instanceof StringCredentials text) {
            return Optional.of(new QualysLogin.FixedToken(
                    Credential.of(TOKEN, text.getSecret().getPlainText())));
        }
        return Optional.empty();
    }

    /** The platform that the credentials themselves name; empty if they name none. */
    static String pod(StandardCredentials credentials) {
        return credentials instanceof QualysCredentials ours ? ours.getPod() : "";
    }

    static TokenSource tokens(QualysLogin login, QualysPlatform platform, HttpSettings http, Clock clock) {
        return login.fold(
                fixed -> TokenSource.fixed(fixed.token()),
                client -> ClientCredentialsTokenSource.create(platform, client, http, clock));
    }
}
