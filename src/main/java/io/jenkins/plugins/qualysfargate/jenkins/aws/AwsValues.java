package io.jenkins.plugins.qualysfargate.jenkins.aws;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertReason;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
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
    private String qualysSecretId = "";
    private String stack = "";
    private String resultsBucket = "";
    private String resultsKey = "";
    private String historyTable = "";
    private String outboxTable = "";
    private String cacheTable = "";
    private String leasesTable = "";
    private String pushQueues = "";
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
        qualysSecretId = other.qualysSecretId;
        stack = other.stack;
        resultsBucket = other.resultsBucket;
        resultsKey = other.resultsKey;
        historyTable = other.historyTable;
        outboxTable = other.outboxTable;
        cacheTable = other.cacheTable;
        leasesTable = other.leasesTable;
        pushQueues = other.pushQueues;
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
                        qualysSecretId,
                        stack,
                        pushQueues)
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
    public String getQualysSecretId() {
        return qualysSecretId;
    }

    public void setQualysSecretId(@CheckForNull String qualysSecretId) {
        this.qualysSecretId = trimmed(qualysSecretId);
    }

    /** Stack whose tables and bucket keep the history; empty to keep it on the machine of Jenkins. */
    public String getStack() {
        return stack;
    }

    public void setStack(@CheckForNull String stack) {
        this.stack = trimmed(stack);
    }

    /** Bucket of that stack. */
    public String getResultsBucket() {
        return resultsBucket;
    }

    public void setResultsBucket(@CheckForNull String resultsBucket) {
        this.resultsBucket = trimmed(resultsBucket);
    }

    /** KMS key that encrypts what is written there; empty for keys of S3. */
    public String getResultsKey() {
        return resultsKey;
    }

    public void setResultsKey(@CheckForNull String resultsKey) {
        this.resultsKey = trimmed(resultsKey);
    }

    /** Table of scans; empty for that of the stack. */
    public String getHistoryTable() {
        return historyTable;
    }

    public void setHistoryTable(@CheckForNull String historyTable) {
        this.historyTable = trimmed(historyTable);
    }

    /** Table of messages that wait; empty for that of the stack. */
    public String getOutboxTable() {
        return outboxTable;
    }

    public void setOutboxTable(@CheckForNull String outboxTable) {
        this.outboxTable = trimmed(outboxTable);
    }

    /** Table of the last results; empty for that of the stack. */
    public String getCacheTable() {
        return cacheTable;
    }

    public void setCacheTable(@CheckForNull String cacheTable) {
        this.cacheTable = trimmed(cacheTable);
    }

    /** Table of who does what; empty for that of the stack. */
    public String getLeasesTable() {
        return leasesTable;
    }

    public void setLeasesTable(@CheckForNull String leasesTable) {
        this.leasesTable = trimmed(leasesTable);
    }

    /** Queues that triggers may take pushes from, separated by commas or blanks; empty for that of the stack. */
    public String getPushQueues() {
        return pushQueues;
    }

    public void setPushQueues(@CheckForNull String pushQueues) {
        this.pushQueues = trimmed(pushQueues);
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

    /** The parts of a list. */
    static List<String> words(String list) {
        return Stream.of(list.split("[\\s,]+", -1))
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    private static String trimmed(@CheckForNull String text) {
        return Util.fixNull(text).trim();
    }
}
