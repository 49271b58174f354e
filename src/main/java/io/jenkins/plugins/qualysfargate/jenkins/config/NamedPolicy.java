package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReader;
import io.jenkins.plugins.qualysfargate.engine.policy.PolicyReading;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** A central policy: text that only administrators write, and a name that everybody may choose it by. */
public final class NamedPolicy implements Describable<NamedPolicy> {
    private final String name;
    private final String text;

    /** Texts as they were typed; {@link SettingsProblems} judges them. */
    @DataBoundConstructor
    public NamedPolicy(@CheckForNull String name, @CheckForNull String text) {
        this.name = Util.fixNull(name).trim();
        this.text = Util.fixNull(text);
    }

    public String getName() {
        return name;
    }

    /** YAML or JSON, as in a policy file. */
    public String getText() {
        return text;
    }

    /** The policy, or everything that is wrong with it. */
    PolicyReading read() {
        return PolicyReader.read(name, text);
    }

    /** One entry of the list of policies. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<NamedPolicy> {
        @Override
        public String getDisplayName() {
            return Messages.NamedPolicy_displayName();
        }

        /** Whether it could be the name of a policy. */
        @POST
        public FormValidation doCheckName(@QueryParameter String value) {
            return FormAccess.isAdministrator()
                    ? FormAnswers.of(
                            SettingsProblems.policyName(Util.fixNull(value).trim()))
                    : FormValidation.ok();
        }

        /** Everything that is wrong with the policy, or odd about it. */
        @POST
        public FormValidation doCheckText(@QueryParameter String value) {
            return FormAccess.isAdministrator() ? check(Util.fixNull(value)) : FormValidation.ok();
        }
    }

    /** What a form says of the text of a policy. */
    static FormValidation check(String text) {
        return PolicyReader.read(Messages.NamedPolicy_source(), text)
                .fold(
                        valid -> valid.warnings().isEmpty()
                                ? FormValidation.ok()
                                : FormValidation.warning(String.join("\n", valid.warnings())),
                        invalid -> FormAnswers.of(lines(invalid)));
    }

    /** Each with line and column. */
    static List<String> lines(PolicyReading.Invalid invalid) {
        return invalid.problems().stream().map(Object::toString).toList();
    }
}
