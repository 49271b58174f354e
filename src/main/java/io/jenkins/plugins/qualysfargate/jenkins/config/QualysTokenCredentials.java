package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsScope;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Descriptor.FormException;
import hudson.util.Secret;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** A Qualys access token that somebody else got and renews. */
public final class QualysTokenCredentials extends StoredQualysCredentials {
    private static final long serialVersionUID = 1L;

    private final Secret token;

    /** @throws FormException if there is no token, or the platform's name could not be one */
    @DataBoundConstructor
    public QualysTokenCredentials(
            @CheckForNull CredentialsScope scope,
            @CheckForNull String id,
            @CheckForNull String description,
            @CheckForNull Secret token,
            @CheckForNull String pod)
            throws FormException {
        super(scope, id, description, pod);
        this.token = required(token, "token");
    }

    public Secret getToken() {
        return token;
    }

    @Override
    public QualysLogin login() {
        return new QualysLogin.FixedToken(Credential.of(Logins.TOKEN, token.getPlainText()));
    }

    /** Offered wherever credentials are kept, folders included. */
    @Extension
    @Symbol("qualysToken")
    public static final class DescriptorImpl extends StoredDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.QualysTokenCredentials_displayName();
        }
    }
}
