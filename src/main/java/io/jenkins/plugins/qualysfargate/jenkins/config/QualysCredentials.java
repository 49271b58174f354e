package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsNameProvider;
import com.cloudbees.plugins.credentials.NameWith;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import java.time.Clock;

/** A login for Qualys, and the platform that its account lives on. */
@NameWith(QualysCredentials.NameProvider.class)
public interface QualysCredentials extends StandardCredentials {

    /** Name of a platform or of a gateway that an administrator has set up; empty for the default platform. */
    String getPod();

    /**
     * What to log in with.
     *
     * @throws IllegalArgumentException naming the part that no login can have, without showing it
     */
    QualysLogin login();

    /**
     * For scans, which may be many and take long.
     *
     * @param platform the only one that the login is sent to
     * @throws IllegalArgumentException like {@link #login()}
     */
    default TokenSource tokens(QualysPlatform platform, HttpSettings http, Clock clock) {
        return Logins.tokens(login(), platform, http, clock);
    }

    /** Calls them what their owner does. */
    final class NameProvider extends CredentialsNameProvider<QualysCredentials> {
        @Override
        public String getName(QualysCredentials credentials) {
            String description = Util.fixEmptyAndTrim(credentials.getDescription());
            String pod = credentials.getPod().isEmpty() ? "" : " (" + credentials.getPod() + ")";
            return (description == null ? credentials.getId() : description) + pod;
        }
    }
}
