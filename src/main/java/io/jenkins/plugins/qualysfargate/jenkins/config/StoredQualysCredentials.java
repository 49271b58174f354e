package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.ContextInPath;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.BaseStandardCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Descriptor.FormException;
import hudson.model.ModelObject;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.Secret;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** What both kinds of credentials have in common: the platform. */
public abstract class StoredQualysCredentials extends BaseStandardCredentials implements QualysCredentials {
    private static final long serialVersionUID = 1L;

    private final String pod;

    /** @throws FormException if the platform's name could not be one */
    protected StoredQualysCredentials(
            @CheckForNull CredentialsScope scope,
            @CheckForNull String id,
            @CheckForNull String description,
            @CheckForNull String pod)
            throws FormException {
        super(scope, id, description);
        this.pod = Util.fixNull(pod).trim();
        // Whether there is a gateway of this name is decided at each use, because gateways come and go.
        if (!this.pod.isEmpty() && !PlatformNames.isName(this.pod)) {
            throw new FormException(Messages.PlatformNames_noName(this.pod), "pod");
        }
    }

    @Override
    public String getPod() {
        return Util.fixNull(pod);
    }

    /** @throws FormException if nothing is there but white space */
    static Secret required(@CheckForNull Secret secret, String field) throws FormException {
        if (secret == null || secret.getPlainText().isBlank()) {
            throw new FormException(Messages.StoredQualysCredentials_missing(field), field);
        }
        return secret;
    }

    /** The part of the form that both kinds share. */
    public abstract static class StoredDescriptor extends BaseStandardCredentialsDescriptor {

        /** Platforms, and for those who may keep credentials here the gateways too. */
        @POST
        public ListBoxModel doFillPodItems(@ContextInPath ModelObject context, @QueryParameter String pod) {
            return FormAccess.mayKeepCredentials(context)
                    ? PlatformNames.choices(Messages.PlatformNames_default(), pod)
                    : PlatformNames.only(pod);
        }

        /** Whether there is a platform of this name. */
        @POST
        public FormValidation doCheckPod(@ContextInPath ModelObject context, @QueryParameter String value) {
            return FormAccess.mayKeepCredentials(context) ? PlatformNames.check(value) : FormValidation.ok();
        }

        @Override
        public String getIconClassName() {
            return "symbol-key";
        }
    }
}
