package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import java.util.List;
import java.util.function.Function;
import jenkins.model.Jenkins;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * What holds for every scan of this Jenkins. It takes an administrator to see or change it, and the permission to manage
 * Jenkins is not enough: gateways decide where logins are sent, and policies what passes.
 */
@Extension
@Symbol("qualysFargate")
public final class QualysConfiguration extends QualysSettings {
    private transient QualysConfiguration kept;

    /** As it was saved. */
    public QualysConfiguration() {
        this(true);
    }

    /** @param saved false for a draft with the defaults, which nobody but its maker sees */
    private QualysConfiguration(boolean saved) {
        if (saved) {
            load();
            kept = copy();
        }
    }

    /** @throws IllegalStateException if Jenkins is starting up or shutting down */
    public static QualysConfiguration get() {
        return ExtensionList.lookupSingleton(QualysConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.QualysConfiguration_displayName();
    }

    private QualysConfiguration copy() {
        QualysConfiguration copy = new QualysConfiguration(false);
        copy.take(this);
        return copy;
    }

    /** The whole form or nothing of it; what the form leaves out is empty. */
    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        QualysConfiguration draft = new QualysConfiguration(false);
        req.bindJSON(draft, FormNumbers.checked(json));
        List<String> problems = SettingsProblems.of(draft);
        if (!problems.isEmpty()) {
            throw new FormException(String.join("\n", problems), "qualysFargate");
        }
        take(draft);
        save();
        return true;
    }

    /**
     * Keeps what is set.
     *
     * @throws IllegalArgumentException naming everything that is wrong; then what was kept before holds again
     */
    @Override
    public synchronized void save() {
        if (BulkChange.contains(this)) {
            return;
        }
        List<String> problems = SettingsProblems.of(this);
        if (!problems.isEmpty()) {
            take(kept);
            throw new IllegalArgumentException(Messages.QualysConfiguration_refused(String.join("\n", problems)));
        }
        super.save();
        kept = copy();
    }

    /** Every credential that jobs could use. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
        return ScanFormChoices.credentialsIds(null, Messages.FormChoices_none(), credentialsId);
    }

    /** Shared platforms and the saved gateways. */
    @POST
    public ListBoxModel doFillPodItems(@QueryParameter String pod) {
        return ScanFormChoices.pods(null, Messages.FormChoices_none(), pod);
    }

    /** The saved policies. */
    @POST
    public ListBoxModel doFillDefaultPolicyItems(@QueryParameter String defaultPolicy) {
        return ScanFormChoices.policyNames(null, Messages.QualysConfiguration_builtIn(), defaultPolicy);
    }

    /** The saved policies. */
    @POST
    public ListBoxModel doFillFloorPolicyItems(@QueryParameter String floorPolicy) {
        return ScanFormChoices.policyNames(null, Messages.FormChoices_none(), floorPolicy);
    }

    /** The scanner installations. */
    @POST
    public ListBoxModel doFillScannerItems(@QueryParameter String scanner) {
        return ScanFormChoices.scanners(null, Messages.QualysConfiguration_onlyScanner(), scanner);
    }

    /** Whether each is a host. */
    @POST
    public FormValidation doCheckInsecureRegistries(@QueryParameter String value) {
        return check(value, SettingsProblems::registries);
    }

    /** Whether it is there and holds certificates. */
    @POST
    public FormValidation doCheckCaFile(@QueryParameter String value) {
        return check(value, path -> {
            List<String> problems = SettingsProblems.caFile(path);
            return problems.isEmpty() ? CaCertificates.problems(path) : problems;
        });
    }

    /** Whether a feed can be there. */
    @POST
    public FormValidation doCheckKevFeed(@QueryParameter String value) {
        return check(value, SettingsProblems::feed);
    }

    /** Whether a feed can be there. */
    @POST
    public FormValidation doCheckEpssFeed(@QueryParameter String value) {
        return check(value, SettingsProblems::feed);
    }

    /** Whether it is a number of days. */
    @POST
    public FormValidation doCheckStaleAfterDays(@QueryParameter String value) {
        return check(value, FormNumbers::days);
    }

    /** Whether it is a number of days. */
    @POST
    public FormValidation doCheckHistoryDays(@QueryParameter String value) {
        return check(value, FormNumbers::days);
    }

    /** Whether it is a number of minutes. */
    @POST
    public FormValidation doCheckMaxScanMinutes(@QueryParameter String value) {
        return check(value, FormNumbers::minutes);
    }

    /** Tries stored credentials on their own platform, or where they name none on the one chosen here. */
    @POST
    public FormValidation doTestConnection(@QueryParameter String credentialsId, @QueryParameter String pod)
            throws InterruptedException {
        JenkinsFacade.get().root().checkPermission(Jenkins.ADMINISTER);
        return ConnectionTest.inJenkins(
                Util.fixNull(credentialsId).trim(), Util.fixNull(pod).trim());
    }

    private static FormValidation check(@CheckForNull String value, Function<String, List<String>> problems) {
        return FormAccess.isAdministrator()
                ? FormAnswers.of(problems.apply(Util.fixNull(value).trim()))
                : FormValidation.ok();
    }
}
