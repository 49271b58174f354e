package io.jenkins.plugins.qualysfargate.jenkins.aws;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertReason;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jenkins.model.GlobalConfiguration;

/** The values of {@link AwsConfiguration}, as they were typed: nothing here is judged. */
public abstract class AwsValues extends GlobalConfiguration {
    private String region = "";
    private String credentialsId = "";
    private String roleArn = "";
    private String externalId = "";
    private String endpoint = "";
    private String alertTopic = "";
    private String metricsNamespace = "";
    private String logGroup = "";
    private String qualysSecret = "";
    private List<String> alertOn = words(AlertRule.DEFAULT);

    /** Takes every value from there. */
    final void take(AwsValues other) {
        region = other.region;
        credentialsId = other.credentialsId;
        roleArn = other.roleArn;
        externalId = other.externalId;
        endpoint = other.endpoint;
        alertTopic = other.alertTopic;
        metricsNamespace = other.metricsNamespace;
        logGroup = other.logGroup;
        qualysSecret = other.qualysSecret;
        alertOn = new ArrayList<>(other.alertOn);
    }

    /** True if administrators have said anything of AWS; else nothing here ever calls it. */
    public final boolean isInUse() {
        return !String.join(
                        "",
                        region,
                        credentialsId,
                        roleArn,
                        externalId,
                        endpoint,
                        alertTopic,
                        metricsNamespace,
                        logGroup,
                        qualysSecret)
                .isEmpty();
    }

    /** Region of the services; empty for the one that the machine of Jenkins has. */
    public String getRegion() {
        return region;
    }

    public void setRegion(@CheckForNull String region) {
        this.region = trimmed(region);
    }

    /** Keys that Jenkins keeps; empty for the login that its machine has. */
    public String getCredentialsId() {
        return credentialsId;
    }

    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = trimmed(credentialsId);
    }

    /** Role to assume before anything else is called; empty for none. */
    public String getRoleArn() {
        return roleArn;
    }

    public void setRoleArn(@CheckForNull String roleArn) {
        this.roleArn = trimmed(roleArn);
    }

    /** What the trust policy of the role asks for; empty for nothing. */
    public String getExternalId() {
        return externalId;
    }

    public void setExternalId(@CheckForNull String externalId) {
        this.externalId = trimmed(externalId);
    }

    /** Called instead of AWS' own addresses; empty for those. */
    public String getEndpoint() {
        return endpoint;
    }

    public void setEndpoint(@CheckForNull String endpoint) {
        this.endpoint = trimmed(endpoint);
    }

    /** ARN of the topic that hears of scans; empty to tell nobody. */
    public String getAlertTopic() {
        return alertTopic;
    }

    public void setAlertTopic(@CheckForNull String alertTopic) {
        this.alertTopic = trimmed(alertTopic);
    }

    /** Where CloudWatch gets figures; empty to send none. */
    public String getMetricsNamespace() {
        return metricsNamespace;
    }

    public void setMetricsNamespace(@CheckForNull String metricsNamespace) {
        this.metricsNamespace = trimmed(metricsNamespace);
    }

    /** Where CloudWatch Logs gets a line of each scan; empty to write none. */
    public String getLogGroup() {
        return logGroup;
    }

    public void setLogGroup(@CheckForNull String logGroup) {
        this.logGroup = trimmed(logGroup);
    }

    /** Name or ARN of the secret with the login for Qualys; empty for none. */
    public String getQualysSecret() {
        return qualysSecret;
    }

    public void setQualysSecret(@CheckForNull String qualysSecret) {
        this.qualysSecret = trimmed(qualysSecret);
    }

    /** What about a scan is worth an alert: words of {@link AlertReason}. */
    public List<String> getAlertOn() {
        return new ArrayList<>(alertOn);
    }

    public void setAlertOn(@CheckForNull List<String> alertOn) {
        this.alertOn = new ArrayList<>();
        for (String each : alertOn == null ? List.<String>of() : alertOn) {
            String word = trimmed(each).toLowerCase(Locale.ROOT);
            if (!this.alertOn.contains(word)) {
                this.alertOn.add(word);
            }
        }
    }

    private static List<String> words(AlertRule rule) {
        List<String> words = new ArrayList<>();
        for (AlertReason reason : AlertReason.values()) {
            if (rule.reasons().contains(reason)) {
                words.add(reason.word());
            }
        }
        return words;
    }

    private static String trimmed(@CheckForNull String text) {
        return Util.fixNull(text).trim();
    }
}
