package io.jenkins.plugins.qualysfargate.jenkins.aws;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAccess;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAnswers;
import java.util.List;
import java.util.function.Function;
import jenkins.model.Jenkins;
import net.sf.json.JSONArray;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * How this Jenkins calls AWS, and what for. It takes an administrator to see or change it: whoever sets the role and the
 * topic decides who may be asked and who hears of scans.
 */
@Extension
@Symbol("qualysFargateAws")
public final class AwsConfiguration extends AwsValues {
    private static final String ALERT_ON = "alertOn";

    private transient AwsConfiguration kept;

    /** As it was saved. */
    public AwsConfiguration() {
        this(true);
    }

    /** @param saved false for a draft with the defaults, which nobody but its maker sees */
    private AwsConfiguration(boolean saved) {
        if (saved) {
            load();
            kept = copy();
        }
    }

    /** @throws IllegalStateException if Jenkins is starting up or shutting down */
    public static AwsConfiguration get() {
        return ExtensionList.lookupSingleton(AwsConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.AwsConfiguration_displayName();
    }

    /** For the form. */
    public boolean isAlertOn(String word) {
        return getAlertOn().contains(word);
    }

    /** Names or URLs of the queues that triggers may take pushes from; a job can only choose between these. */
    public List<String> queues() {
        List<String> named = words(getPushQueues());
        return named.isEmpty() && !getStack().isEmpty() ? List.of(getStack() + "-image-pushes") : named;
    }

    private AwsConfiguration copy() {
        AwsConfiguration copy = new AwsConfiguration(false);
        copy.take(this);
        return copy;
    }

    /** The whole form or nothing of it; what the form leaves out is empty. */
    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        AwsConfiguration draft = new AwsConfiguration(false);
        req.bindJSON(draft, withAllChoices(json));
        List<String> problems = AwsSettingsProblems.of(draft);
        if (!problems.isEmpty()) {
            throw new FormException(String.join("\n", problems), "qualysFargateAws");
        }
        take(draft);
        save();
        return true;
    }

    /** A browser sends one choice as a text, and none as nothing. */
    private static JSONObject withAllChoices(JSONObject json) {
        JSONObject whole = JSONObject.fromObject(json);
        Object sent = whole.opt(ALERT_ON);
        if (!(sent instanceof JSONArray)) {
            JSONArray choices = new JSONArray();
            if (sent instanceof String word && !word.isEmpty()) {
                choices.add(word);
            }
            whole.put(ALERT_ON, choices);
        }
        return whole;
    }

    /**
     * Keeps what is set; what is called next is called by it.
     *
     * @throws IllegalArgumentException naming everything that is wrong; then what was kept before holds again
     */
    @Override
    public synchronized void save() {
        if (BulkChange.contains(this)) {
            return;
        }
        List<String> problems = AwsSettingsProblems.of(this);
        if (!problems.isEmpty()) {
            take(kept);
            throw new IllegalArgumentException(Messages.AwsConfiguration_refused(String.join("\n", problems)));
        }
        super.save();
        kept = copy();
    }

    /** The keys that Jenkins keeps, for administrators. */
    @POST
    public ListBoxModel doFillCredentialsIdItems(@QueryParameter String credentialsId) {
        return StoredKeys.choices(Util.fixNull(credentialsId));
    }

    /** Whether there are such keys. */
    @POST
    public FormValidation doCheckCredentialsId(@QueryParameter String value) {
        return check(value, StoredKeys::problems);
    }

    /** Whether it could be the name of a region. */
    @POST
    public FormValidation doCheckRegion(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::region);
    }

    /** Whether it could be the ARN of a role. */
    @POST
    public FormValidation doCheckRoleArn(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::role);
    }

    /** Whether a role could ask for it. */
    @POST
    public FormValidation doCheckExternalId(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::externalId);
    }

    /** Whether it could be called. */
    @POST
    public FormValidation doCheckEndpoint(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::endpoint);
    }

    /** Whether it could be the ARN of a topic. */
    @POST
    public FormValidation doCheckAlertTopic(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::topic);
    }

    /** Whether it could be a namespace. */
    @POST
    public FormValidation doCheckMetricsNamespace(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::namespace);
    }

    /** Whether it could be the name of a log group. */
    @POST
    public FormValidation doCheckLogGroup(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::logGroup);
    }

    /** Whether it could be a secret. */
    @POST
    public FormValidation doCheckQualysSecretId(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::secret);
    }

    /** Whether it could be the name of a stack. */
    @POST
    public FormValidation doCheckStack(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::stack);
    }

    /** Whether it could be a bucket. */
    @POST
    public FormValidation doCheckResultsBucket(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::bucket);
    }

    /** Whether it could be a key. */
    @POST
    public FormValidation doCheckResultsKey(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::key);
    }

    /** Whether it could be a table. */
    @POST
    public FormValidation doCheckHistoryTable(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::table);
    }

    /** Whether it could be a table. */
    @POST
    public FormValidation doCheckOutboxTable(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::table);
    }

    /** Whether it could be a table. */
    @POST
    public FormValidation doCheckCacheTable(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::table);
    }

    /** Whether it could be a table. */
    @POST
    public FormValidation doCheckLeasesTable(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::table);
    }

    /** Whether each could be a queue. */
    @POST
    public FormValidation doCheckPushQueues(@QueryParameter String value) {
        return check(value, AwsSettingsProblems::queues);
    }

    /** Asks AWS who calls, with what is typed in the form. */
    @POST
    public FormValidation doTestConnection(
            @QueryParameter String region,
            @QueryParameter String credentialsId,
            @QueryParameter String roleArn,
            @QueryParameter String externalId,
            @QueryParameter String endpoint) {
        JenkinsFacade.get().root().checkPermission(Jenkins.ADMINISTER);
        AwsConfiguration typed = new AwsConfiguration(false);
        typed.setRegion(region);
        typed.setCredentialsId(credentialsId);
        typed.setRoleArn(roleArn);
        typed.setExternalId(externalId);
        typed.setEndpoint(endpoint);
        return WhoCalls.of(typed);
    }

    private static FormValidation check(@CheckForNull String value, Function<String, List<String>> problems) {
        return FormAccess.isAdministrator()
                ? FormAnswers.of(problems.apply(Util.fixNull(value).trim()))
                : FormValidation.ok();
    }
}
