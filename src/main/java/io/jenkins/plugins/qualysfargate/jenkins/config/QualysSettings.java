package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;

/** The values of {@link QualysConfiguration}, as they were typed: nothing here is judged, nothing replaced. */
public abstract class QualysSettings extends GlobalConfiguration {
    private String credentialsId = "";
    private String pod = "";
    private List<QualysGateway> gateways = new ArrayList<>();
    private List<NamedPolicy> policies = new ArrayList<>();
    private String defaultPolicy = "";
    private String floorPolicy = "";
    private String scanner = "";
    private boolean allowBuiltInNode;
    private String insecureRegistries = "";
    private String caFile = "";
    private String kevFeed = "";
    private String epssFeed = "";
    private int staleAfterDays = 7;
    private int historyDays = 365;
    private int maxScanMinutes = 60;

    /** Takes every value from there. */
    final void take(QualysSettings other) {
        credentialsId = other.credentialsId;
        pod = other.pod;
        gateways = new ArrayList<>(other.gateways);
        policies = new ArrayList<>(other.policies);
        defaultPolicy = other.defaultPolicy;
        floorPolicy = other.floorPolicy;
        scanner = other.scanner;
        allowBuiltInNode = other.allowBuiltInNode;
        insecureRegistries = other.insecureRegistries;
        caFile = other.caFile;
        kevFeed = other.kevFeed;
        epssFeed = other.epssFeed;
        staleAfterDays = other.staleAfterDays;
        historyDays = other.historyDays;
        maxScanMinutes = other.maxScanMinutes;
    }

    /** Qualys credentials of scans that name none; empty for none. */
    public String getCredentialsId() {
        return credentialsId;
    }

    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = trimmed(credentialsId);
    }

    /** Platform of scans whose credentials name none; empty for none. */
    public String getPod() {
        return pod;
    }

    public void setPod(@CheckForNull String pod) {
        this.pod = trimmed(pod);
    }

    /** Platforms beyond the shared ones. */
    public List<QualysGateway> getGateways() {
        return new ArrayList<>(gateways);
    }

    public void setGateways(@CheckForNull List<QualysGateway> gateways) {
        this.gateways = gateways == null ? new ArrayList<>() : new ArrayList<>(gateways);
    }

    /** Policies that scans can choose by name. */
    public List<NamedPolicy> getPolicies() {
        return new ArrayList<>(policies);
    }

    public void setPolicies(@CheckForNull List<NamedPolicy> policies) {
        this.policies = policies == null ? new ArrayList<>() : new ArrayList<>(policies);
    }

    /** Central policy of scans that name none; empty for the one that is built in. */
    public String getDefaultPolicy() {
        return defaultPolicy;
    }

    public void setDefaultPolicy(@CheckForNull String defaultPolicy) {
        this.defaultPolicy = trimmed(defaultPolicy);
    }

    /** Central policy that every scan must keep to, whatever its own says; empty for none. */
    public String getFloorPolicy() {
        return floorPolicy;
    }

    public void setFloorPolicy(@CheckForNull String floorPolicy) {
        this.floorPolicy = trimmed(floorPolicy);
    }

    /** Scanner installation of scans that name none; empty for the only one there is. */
    public String getScanner() {
        return scanner;
    }

    public void setScanner(@CheckForNull String scanner) {
        this.scanner = trimmed(scanner);
    }

    /** Whether scans may run on the machine of Jenkins itself. */
    public boolean isAllowBuiltInNode() {
        return allowBuiltInNode;
    }

    public void setAllowBuiltInNode(boolean allowBuiltInNode) {
        this.allowBuiltInNode = allowBuiltInNode;
    }

    /** {@code host[:port]} of registries that may be asked over plain HTTP, separated by commas or blanks. */
    public String getInsecureRegistries() {
        return insecureRegistries;
    }

    public void setInsecureRegistries(@CheckForNull String insecureRegistries) {
        this.insecureRegistries = trimmed(insecureRegistries);
    }

    /** PEM file on the controller with certificates to trust besides those of Java; empty for none. */
    public String getCaFile() {
        return caFile;
    }

    public void setCaFile(@CheckForNull String caFile) {
        this.caFile = trimmed(caFile);
    }

    /** Where the catalogue of exploited vulnerabilities comes from; empty for nowhere. */
    public String getKevFeed() {
        return kevFeed;
    }

    public void setKevFeed(@CheckForNull String kevFeed) {
        this.kevFeed = trimmed(kevFeed);
    }

    /** Where the probabilities of exploitation come from; empty for nowhere. */
    public String getEpssFeed() {
        return epssFeed;
    }

    public void setEpssFeed(@CheckForNull String epssFeed) {
        this.epssFeed = trimmed(epssFeed);
    }

    /** After how many days a badge no longer shows a verdict. */
    public int getStaleAfterDays() {
        return staleAfterDays;
    }

    public void setStaleAfterDays(int staleAfterDays) {
        this.staleAfterDays = staleAfterDays;
    }

    /** How many days scans stay in the history. */
    public int getHistoryDays() {
        return historyDays;
    }

    public void setHistoryDays(int historyDays) {
        this.historyDays = historyDays;
    }

    /** The most minutes that a scan may ask for. */
    public int getMaxScanMinutes() {
        return maxScanMinutes;
    }

    public void setMaxScanMinutes(int maxScanMinutes) {
        this.maxScanMinutes = maxScanMinutes;
    }

    private static String trimmed(@CheckForNull String text) {
        return Util.fixNull(text).trim();
    }
}
