package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAccess;
import java.util.ArrayList;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** Which stored credentials a name in the compliance file stands for, where that is not simply their id. */
public final class NamedLogin implements Describable<NamedLogin> {
    private final String name;
    private final String credentialsId;
    private final String kind;

    /** Texts as they were typed; {@link #problems} judges them. */
    @DataBoundConstructor
    public NamedLogin(@CheckForNull String name, @CheckForNull String credentialsId, @CheckForNull String kind) {
        this.name = Util.fixNull(name).trim();
        this.credentialsId = Util.fixNull(credentialsId).trim();
        this.kind = Util.fixNull(kind).trim();
    }

    /** As the compliance file has it. */
    public String getName() {
        return name;
    }

    public String getCredentialsId() {
        return credentialsId;
    }

    /** {@code auto}, {@code keys} or {@code token}. */
    public String getKind() {
        return kind.isEmpty() ? LoginKind.AUTO.word() : kind;
    }

    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (name.isEmpty() || credentialsId.isEmpty()) {
            problems.add(Messages.NamedLogin_incomplete(name, credentialsId));
        }
        if (LoginKind.of(getKind()).isEmpty()) {
            problems.add(Messages.NamedLogin_kind(name, kind, LoginKind.words()));
        }
        return problems;
    }

    /** One entry of the list of logins. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<NamedLogin> {
        @Override
        public String getDisplayName() {
            return Messages.NamedLogin_displayName();
        }

        /** What the check can log in with, for administrators. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
            StandardListBoxModel choices = new StandardListBoxModel();
            if (FormAccess.isAdministrator()) {
                choices.includeEmptyValue()
                        .includeAs(
                                ACL.SYSTEM2,
                                JenkinsFacade.get().root(),
                                StandardUsernamePasswordCredentials.class,
                                List.of())
                        .includeAs(ACL.SYSTEM2, JenkinsFacade.get().root(), StringCredentials.class, List.of());
            }
            return choices.includeCurrentValue(Util.fixNull(credentialsId));
        }

        /** Whether there are such credentials of that kind. */
        @POST
        public FormValidation doCheckCredentialsId(@QueryParameter String value, @QueryParameter String kind) {
            if (!FormAccess.isAdministrator() || Util.fixNull(value).isBlank()) {
                return FormValidation.ok();
            }
            NamedLogin typed = new NamedLogin("typed", value, kind);
            return new StoredLogins(List.of(typed)).find("typed").isPresent()
                    ? FormValidation.ok()
                    : FormValidation.error(Messages.NamedLogin_missing(value, typed.getKind()));
        }

        /** What the parts of credentials can be. */
        @POST
        public ListBoxModel doFillKindItems(@QueryParameter String kind) {
            ListBoxModel choices = new ListBoxModel();
            if (FormAccess.isAdministrator()) {
                choices.add(Messages.NamedLogin_auto(), LoginKind.AUTO.word());
                choices.add(Messages.NamedLogin_keys(), LoginKind.KEYS.word());
                choices.add(Messages.NamedLogin_token(), LoginKind.TOKEN.word());
            } else {
                choices.add(Util.fixNull(kind));
            }
            return choices;
        }
    }
}
