package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ComboBoxModel;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.qscanner.CentralPolicy;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
import io.jenkins.plugins.qualysfargate.jenkins.config.ScanFormChecks;
import io.jenkins.plugins.qualysfargate.jenkins.config.ScanFormChoices;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * The form that all scan steps share: what it offers, and what it says of what was typed. It looks at no file and asks no
 * server, and whoever may not see the job's configuration learns nothing from it.
 */
public abstract class ScanForm extends Descriptor<ScanParameters> {
    /** For subclasses only, which name what is described. */
    protected ScanForm() {
        super(ScanParameters.class);
    }

    /** What a new step shows. */
    public ScanParameters getDefaults() {
        return new ScanParameters();
    }

    /** Qualys credentials that the job can use. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
        return ScanFormChoices.credentialsIds(item, credentialsId);
    }

    /** Whether the job can use these credentials. */
    @POST
    public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
        return ScanFormChoices.checkCredentialsId(item, value);
    }

    /** Users and passwords that the job can use. */
    @POST
    public ListBoxModel doFillRegistryCredentialsIdItems(
            @AncestorInPath Item item, @QueryParameter String registryCredentialsId) {
        return ScanFormChoices.registryCredentialsIds(item, registryCredentialsId);
    }

    /** Whether the job can use these credentials. */
    @POST
    public FormValidation doCheckRegistryCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
        return ScanFormChoices.checkRegistryCredentialsId(item, value);
    }

    /** Platforms and gateways. */
    @POST
    public ListBoxModel doFillPodItems(@AncestorInPath Item item, @QueryParameter String pod) {
        return ScanFormChoices.pods(item, pod);
    }

    /** Whether there is such a platform or gateway. */
    @POST
    public FormValidation doCheckPod(@AncestorInPath Item item, @QueryParameter String value) {
        return ScanFormChoices.checkPod(item, value);
    }

    /** Scanner installations. */
    @POST
    public ListBoxModel doFillScannerItems(@AncestorInPath Item item, @QueryParameter String scanner) {
        return ScanFormChoices.scanners(item, scanner);
    }

    /** Whether there is such an installation, and no path beside it. */
    @POST
    public FormValidation doCheckScanner(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String scannerPath) {
        return FormTexts.onlyOne(item, Messages.ScanForm_oneScanner(), value, scannerPath)
                .orElseGet(() -> ScanFormChoices.checkScanner(item, value));
    }

    /** Central policies. */
    @POST
    public ListBoxModel doFillPolicyNameItems(@AncestorInPath Item item, @QueryParameter String policyName) {
        return ScanFormChoices.policyNames(item, policyName);
    }

    /** Whether there is such a policy, and no other one beside it. */
    @POST
    public FormValidation doCheckPolicyName(
            @AncestorInPath Item item,
            @QueryParameter String value,
            @QueryParameter String policy,
            @QueryParameter String policyFile) {
        return FormTexts.onlyOne(item, Messages.ScanForm_onePolicy(), value, policy, policyFile)
                .orElseGet(() -> ScanFormChoices.checkPolicyName(item, value));
    }

    /** Everything that is wrong with the text of the policy. */
    @POST
    public FormValidation doCheckPolicy(@AncestorInPath Item item, @QueryParameter String value) {
        return ScanFormChecks.checkPolicy(item, value);
    }

    /** Whether a policy that the job names could be used; for the button below the policies. */
    @POST
    public FormValidation doTryPolicy(
            @AncestorInPath Item item,
            @QueryParameter String policy,
            @QueryParameter String policyFile,
            @QueryParameter String policyName) {
        return PolicyTrial.of(item, Util.fixNull(policy), Util.fixNull(policyFile), Util.fixNull(policyName));
    }

    /** Severities, with the choice of none. */
    @POST
    public ListBoxModel doFillFailOnItems(@AncestorInPath Item item, @QueryParameter String failOn) {
        return FormTexts.severities(item, failOn);
    }

    /** What can be done to the build. */
    @POST
    public ListBoxModel doFillOnViolationItems(@AncestorInPath Item item, @QueryParameter String onViolation) {
        return FormTexts.reactions(item, onViolation);
    }

    /** What can be done to the build. */
    @POST
    public ListBoxModel doFillOnIndeterminateItems(@AncestorInPath Item item, @QueryParameter String onIndeterminate) {
        return FormTexts.reactions(item, onIndeterminate);
    }

    /** Words to begin with; others can be typed. */
    @POST
    public ComboBoxModel doFillBaselineItems(@AncestorInPath Item item) {
        return FormTexts.baselines(item);
    }

    /** Whether it says what to compare with. */
    @POST
    public FormValidation doCheckBaseline(@AncestorInPath Item item, @QueryParameter String value) {
        return FormTexts.check(item, value, ChosenBaseline::check);
    }

    /** Whether it is the name of an image. */
    @POST
    public FormValidation doCheckImage(@AncestorInPath Item item, @QueryParameter String value) {
        return ScanFormChecks.checkImage(item, value);
    }

    /** Whether it can be in the workspace. */
    @POST
    public FormValidation doCheckImagesFile(@AncestorInPath Item item, @QueryParameter String value) {
        return FormTexts.check(item, value, FormTexts::requireInWorkspace);
    }

    /** Whether it can be in the workspace. */
    @POST
    public FormValidation doCheckPolicyFile(@AncestorInPath Item item, @QueryParameter String value) {
        return FormTexts.check(item, value, FormTexts::requireInWorkspace);
    }

    /** Whether each is a platform. */
    @POST
    public FormValidation doCheckPlatforms(@AncestorInPath Item item, @QueryParameter String value) {
        return ScanFormChecks.checkPlatforms(item, value);
    }

    /** Whether each is something to look for. */
    @POST
    public FormValidation doCheckScanTypes(@AncestorInPath Item item, @QueryParameter String value) {
        return FormTexts.checkFilled(item, value, ScanType::parseList);
    }

    /** Whether each is a report. */
    @POST
    public FormValidation doCheckArchive(@AncestorInPath Item item, @QueryParameter String value) {
        return FormTexts.check(item, value, ReportFormat::parseList);
    }

    /** Whether each can be a tag. */
    @POST
    public FormValidation doCheckPolicyTags(@AncestorInPath Item item, @QueryParameter String value) {
        return FormTexts.check(item, value, text -> new CentralPolicy(TypedValues.words(text), false));
    }

    /** Whether they are exceptions of a policy. */
    @POST
    public FormValidation doCheckExceptions(@AncestorInPath Item item, @QueryParameter String value) {
        return PolicyTrial.ofExceptions(item, Util.fixNull(value));
    }

    /** Whether a scan may take that long. */
    @POST
    public FormValidation doCheckTimeoutMinutes(@AncestorInPath Item item, @QueryParameter String value) {
        return ScanFormChecks.checkMinutes(item, value);
    }

    /** Whether it is a number of days. */
    @POST
    public FormValidation doCheckCacheMaxAgeDays(@AncestorInPath Item item, @QueryParameter String value) {
        return ScanFormChecks.checkDays(item, value);
    }

    /** Whether it is a SHA-256; a path without one is run unverified. */
    @POST
    public FormValidation doCheckScannerSha256(
            @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String scannerPath) {
        return FormTexts.checkSha256(
                item, Util.fixNull(value).trim(), Util.fixNull(scannerPath).trim());
    }
}
