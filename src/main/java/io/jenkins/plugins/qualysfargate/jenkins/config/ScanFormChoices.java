package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsMatcher;
import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.common.StandardCredentials;
import com.cloudbees.plugins.credentials.common.StandardListBoxModel;
import com.cloudbees.plugins.credentials.common.StandardUsernamePasswordCredentials;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Queue;
import hudson.model.queue.Tasks;
import hudson.security.ACL;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import java.util.List;
import org.springframework.security.core.Authentication;

/**
 * What the form of a scan offers to choose from, and what it says of a choice. Whoever may not see the choices gets what is
 * set and no answers, so that nobody learns from a form which credentials exist.
 */
public final class ScanFormChoices {
    private static final CredentialsMatcher REGISTRY_LOGINS = CredentialsMatchers.allOf(
            CredentialsMatchers.instanceOf(StandardUsernamePasswordCredentials.class),
            CredentialsMatchers.not(CredentialsMatchers.withScope(CredentialsScope.SYSTEM)));

    private ScanFormChoices() {}

    /** Qualys credentials, with the choice of those that are set for the folder or all of Jenkins. */
    public static ListBoxModel credentialsIds(@CheckForNull Item item, @CheckForNull String current) {
        return credentialsIds(item, Messages.FormChoices_default(), current);
    }

    static ListBoxModel credentialsIds(@CheckForNull Item item, String labelOfNone, @CheckForNull String current) {
        return logins(item, Logins.FOR_JOBS, labelOfNone, current);
    }

    /** Users and passwords for registries, with the choice of what the agent has. */
    public static ListBoxModel registryCredentialsIds(@CheckForNull Item item, @CheckForNull String current) {
        return logins(item, REGISTRY_LOGINS, Messages.ScanFormChoices_agentsLogin(), current);
    }

    private static ListBoxModel logins(
            @CheckForNull Item item, CredentialsMatcher kind, String labelOfNone, @CheckForNull String current) {
        StandardListBoxModel choices = new StandardListBoxModel();
        if (!FormAccess.mayChoose(item)) {
            return choices.includeCurrentValue(Util.fixNull(current));
        }
        choices.add(labelOfNone, "");
        if (item == null) {
            choices.includeMatchingAs(
                    ACL.SYSTEM2, JenkinsFacade.get().root(), StandardCredentials.class, List.of(), kind);
        } else {
            choices.includeMatchingAs(authentication(item), item, StandardCredentials.class, List.of(), kind);
        }
        return choices.includeCurrentValue(Util.fixNull(current));
    }

    private static Authentication authentication(Item item) {
        return item instanceof Queue.Task task ? Tasks.getAuthenticationOf2(task) : ACL.SYSTEM2;
    }

    /** Platforms and gateways, with the choice of that of the credentials. */
    public static ListBoxModel pods(@CheckForNull Item item, @CheckForNull String current) {
        return pods(item, Messages.ScanFormChoices_credentialsPod(), current);
    }

    static ListBoxModel pods(@CheckForNull Item item, String labelOfNone, @CheckForNull String current) {
        return FormAccess.mayChoose(item) ? PlatformNames.choices(labelOfNone, current) : FormChoices.only(current);
    }

    /** Scanner installations, with the choice of the default one. */
    public static ListBoxModel scanners(@CheckForNull Item item, @CheckForNull String current) {
        return scanners(item, Messages.FormChoices_default(), current);
    }

    static ListBoxModel scanners(@CheckForNull Item item, String labelOfNone, @CheckForNull String current) {
        return FormAccess.mayChoose(item)
                ? FormChoices.of(labelOfNone, ScannerNames.all(), current)
                : FormChoices.only(current);
    }

    /** Central policies, with the choice of the default one. */
    public static ListBoxModel policyNames(@CheckForNull Item item, @CheckForNull String current) {
        return policyNames(item, Messages.FormChoices_default(), current);
    }

    static ListBoxModel policyNames(@CheckForNull Item item, String labelOfNone, @CheckForNull String current) {
        List<String> names = QualysConfiguration.get().getPolicies().stream()
                .map(NamedPolicy::getName)
                .toList();
        return FormAccess.mayChoose(item) ? FormChoices.of(labelOfNone, names, current) : FormChoices.only(current);
    }

    /** Whether there are Qualys credentials of this id that the item can use; an expression is left to the build. */
    public static FormValidation checkCredentialsId(@CheckForNull Item item, @CheckForNull String value) {
        return check(item, credentialsIds(item, ""), value, Messages.ScanFormChoices_noCredentials());
    }

    /** Whether there is a user with a password of this id that the item can use; an expression is left to the build. */
    public static FormValidation checkRegistryCredentialsId(@CheckForNull Item item, @CheckForNull String value) {
        return check(item, registryCredentialsIds(item, ""), value, Messages.ScanFormChoices_noRegistryCredentials());
    }

    /** Whether there is a platform or a gateway of this name. */
    public static FormValidation checkPod(@CheckForNull Item item, @CheckForNull String value) {
        return FormAccess.mayChoose(item) ? PlatformNames.check(value) : FormValidation.ok();
    }

    /** Whether there is a scanner installation of this name. */
    public static FormValidation checkScanner(@CheckForNull Item item, @CheckForNull String value) {
        return check(item, scanners(item, ""), value, Messages.ScanFormChoices_noScanner());
    }

    /** Whether there is a central policy of this name. */
    public static FormValidation checkPolicyName(@CheckForNull Item item, @CheckForNull String value) {
        return FormAccess.mayChoose(item)
                ? FormAnswers.of(SettingsProblems.choice(
                        Util.fixNull(value).trim(), QualysConfiguration.get().getPolicies()))
                : FormValidation.ok();
    }

    private static FormValidation check(
            @CheckForNull Item item, ListBoxModel choices, @CheckForNull String value, String problem) {
        String chosen = Util.fixNull(value).trim();
        boolean known = choices.stream().anyMatch(choice -> choice.value.equals(chosen));
        return known || chosen.startsWith("${") || !FormAccess.mayChoose(item)
                ? FormValidation.ok()
                : FormValidation.error(problem);
    }
}
