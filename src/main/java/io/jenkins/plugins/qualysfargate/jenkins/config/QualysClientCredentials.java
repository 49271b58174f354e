package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.ContextInPath;
import com.cloudbees.plugins.credentials.CredentialsScope;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Descriptor.FormException;
import hudson.model.ModelObject;
import hudson.util.FormValidation;
import hudson.util.Secret;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qualys.QualysLogin;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** An OAuth client of Qualys, which gets its tokens itself. */
public final class QualysClientCredentials extends StoredQualysCredentials {
    private static final long serialVersionUID = 1L;

    private final String clientId;
    private final Secret clientSecret;

    /** @throws FormException if a part is missing, or the platform's name could not be one */
    @DataBoundConstructor
    public QualysClientCredentials(
            @CheckForNull CredentialsScope scope,
            @CheckForNull String id,
            @CheckForNull String description,
            @CheckForNull String clientId,
            @CheckForNull Secret clientSecret,
            @CheckForNull String pod)
            throws FormException {
        super(scope, id, description, pod);
        this.clientId = Util.fixNull(clientId).trim();
        this.clientSecret = required(clientSecret, "clientSecret");
        if (this.clientId.isEmpty()) {
            throw new FormException(Messages.StoredQualysCredentials_missing("clientId"), "clientId");
        }
    }

    public String getClientId() {
        return clientId;
    }

    public Secret getClientSecret() {
        return clientSecret;
    }

    @Override
    public QualysLogin login() {
        return new QualysLogin.ClientCredentials(
                Credential.of("the Qualys client id", clientId),
                Credential.of("the Qualys client secret", clientSecret.getPlainText()));
    }

    /** Offered wherever credentials are kept, folders included. */
    @Extension
    @Symbol("qualysClient")
    public static final class DescriptorImpl extends StoredDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.QualysClientCredentials_displayName();
        }

        /** Whether there is one. */
        @POST
        public FormValidation doCheckClientId(@ContextInPath ModelObject context, @QueryParameter String value) {
            return FormAccess.mayKeepCredentials(context)
                    ? FormValidation.validateRequired(value)
                    : FormValidation.ok();
        }
    }
}
