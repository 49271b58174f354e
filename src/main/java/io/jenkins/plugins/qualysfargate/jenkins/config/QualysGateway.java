package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A Qualys platform that has no well-known name, as an administrator has set it up; jobs know it by its name alone. */
public final class QualysGateway implements Describable<QualysGateway> {
    private final String name;
    private final String url;

    /** Texts as they were typed; {@link SettingsProblems} judges them. */
    @DataBoundConstructor
    public QualysGateway(@CheckForNull String name, @CheckForNull String url) {
        this.name = Util.fixNull(name).trim();
        this.url = Util.fixNull(url).trim();
    }

    public String getName() {
        return name;
    }

    /** An https address. */
    public String getUrl() {
        return url;
    }

    /** One line of the list of gateways. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<QualysGateway> {
        @Override
        public String getDisplayName() {
            return Messages.QualysGateway_displayName();
        }

        /** Whether it could be the name of a gateway. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return check(SettingsProblems.gatewayName(Util.fixNull(value).trim()));
        }

        /** Whether it could be the address of a gateway. */
        @POST
        public FormValidation doCheckUrl(@QueryParameter String value) {
            return check(SettingsProblems.gatewayUrl(Util.fixNull(value).trim()));
        }

        private static FormValidation check(List<String> problems) {
            return FormAccess.isAdministrator() ? FormAnswers.of(problems) : FormValidation.ok();
        }
    }
}
