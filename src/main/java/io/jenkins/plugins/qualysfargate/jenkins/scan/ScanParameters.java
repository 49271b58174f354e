package io.jenkins.plugins.qualysfargate.jenkins.scan;

import com.thoughtworks.xstream.converters.UnmarshallingContext;
import com.thoughtworks.xstream.io.HierarchicalStreamReader;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.AbstractDescribableImpl;
import hudson.util.RobustReflectionConverter;
import hudson.util.XStream2;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * What users say about a scan, in a Pipeline or in a form: texts as they were typed, checked only when the scan is
 * planned. The Pipeline step and the freestyle steps all have these parameters and no others.
 */
public final class ScanParameters extends AbstractDescribableImpl<ScanParameters> implements Serializable, Cloneable {
    private static final long serialVersionUID = 1L;

    private String image = "";
    private List<String> images = new ArrayList<>();
    private String imagesFile = "";
    private String credentialsId = "";
    private String pod = "";
    private String registryCredentialsId = "";
    private String scanTypes = "pkg,secret";
    private String platforms = "";
    private String policy = "";
    private String policyFile = "";
    private String policyName = "";
    private String failOn = "";

    @CheckForNull
    private Thresholds thresholds;

    private String exceptions = "";
    private String baseline = "previous";
    private int timeoutMinutes = 5;
    private boolean cache = true;
    private int cacheMaxAgeDays = 30;
    private String scanner = "";
    private String scannerPath = "";
    private String scannerSha256 = "";
    private String archive = "html,json";
    private String onViolation = "fail";
    private String onIndeterminate = "fail";
    private boolean markStage = true;
    private String policyTags = "";
    private boolean allowAudit = false;

    /** The defaults. */
    @DataBoundConstructor
    public ScanParameters() {
        // Everything has a default.
    }

    /** The one image to scan, as {@code registry/name:tag} or {@code registry/name@digest}; empty if others are named, or none. */
    public String getImage() {
        return image;
    }

    @DataBoundSetter
    public void setImage(@CheckForNull String image) {
        this.image = Util.fixNull(image).trim();
    }

    /** Several images; empty if one is named, or none. */
    public List<String> getImages() {
        return new ArrayList<>(images);
    }

    @DataBoundSetter
    public void setImages(@CheckForNull List<String> images) {
        this.images = images == null ? new ArrayList<>() : new ArrayList<>(images);
    }

    /** File in the workspace with one image per line; empty for none. */
    public String getImagesFile() {
        return imagesFile;
    }

    @DataBoundSetter
    public void setImagesFile(@CheckForNull String imagesFile) {
        this.imagesFile = Util.fixNull(imagesFile).trim();
    }

    /** Qualys credentials; empty for those of the folder or the whole Jenkins. */
    public String getCredentialsId() {
        return credentialsId;
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixNull(credentialsId).trim();
    }

    /** Qualys platform or name of a gateway that an administrator has set up; empty for that of the credentials. */
    public String getPod() {
        return pod;
    }

    @DataBoundSetter
    public void setPod(@CheckForNull String pod) {
        this.pod = Util.fixNull(pod).trim();
    }

    /** User and password for the images' registry; empty for what the agent has. */
    public String getRegistryCredentialsId() {
        return registryCredentialsId;
    }

    @DataBoundSetter
    public void setRegistryCredentialsId(@CheckForNull String registryCredentialsId) {
        this.registryCredentialsId = Util.fixNull(registryCredentialsId).trim();
    }

    /** What to look for, separated by commas. */
    public String getScanTypes() {
        return scanTypes;
    }

    @DataBoundSetter
    public void setScanTypes(@CheckForNull String scanTypes) {
        this.scanTypes = Util.fixNull(scanTypes).trim();
    }

    /** Which platforms of each image, separated by commas; empty for all. */
    public String getPlatforms() {
        return platforms;
    }

    @DataBoundSetter
    public void setPlatforms(@CheckForNull String platforms) {
        this.platforms = Util.fixNull(platforms).trim();
    }

    /** Text of the policy; at most one of this, {@code policyFile} and {@code policyName} is set. */
    public String getPolicy() {
        return policy;
    }

    @DataBoundSetter
    public void setPolicy(@CheckForNull String policy) {
        this.policy = Util.fixNull(policy);
    }

    /** Policy in the workspace. */
    public String getPolicyFile() {
        return policyFile;
    }

    @DataBoundSetter
    public void setPolicyFile(@CheckForNull String policyFile) {
        this.policyFile = Util.fixNull(policyFile).trim();
    }

    /** Central policy that an administrator has set up. */
    public String getPolicyName() {
        return policyName;
    }

    @DataBoundSetter
    public void setPolicyName(@CheckForNull String policyName) {
        this.policyName = Util.fixNull(policyName).trim();
    }

    /** Also fail on any finding of this severity or worse; empty for what the policy says. */
    public String getFailOn() {
        return failOn;
    }

    @DataBoundSetter
    public void setFailOn(@CheckForNull String failOn) {
        this.failOn = Util.fixNull(failOn).trim();
    }

    /** Limits that replace those of the policy; null for none. */
    @CheckForNull
    public Thresholds getThresholds() {
        return thresholds;
    }

    @DataBoundSetter
    public void setThresholds(@CheckForNull Thresholds thresholds) {
        this.thresholds = thresholds;
    }

    /** More exceptions, in the form of the policy's {@code exceptions}; empty for none. */
    public String getExceptions() {
        return exceptions;
    }

    @DataBoundSetter
    public void setExceptions(@CheckForNull String exceptions) {
        this.exceptions = Util.fixNull(exceptions);
    }

    /** What to compare with: {@code previous}, {@code build}, {@code branch:NAME}, {@code tag:TAG}, a digest, or {@code none}. */
    public String getBaseline() {
        return baseline;
    }

    @DataBoundSetter
    public void setBaseline(@CheckForNull String baseline) {
        this.baseline = Util.fixNull(baseline).trim();
    }

    /** How long the scanner may take for one platform of one image, in minutes. */
    public int getTimeoutMinutes() {
        return timeoutMinutes;
    }

    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        this.timeoutMinutes = timeoutMinutes;
    }

    /** Whether an earlier scan of the same digest may stand in for a new one. */
    public boolean isCache() {
        return cache;
    }

    @DataBoundSetter
    public void setCache(boolean cache) {
        this.cache = cache;
    }

    /** How old that scan may be, in days. */
    public int getCacheMaxAgeDays() {
        return cacheMaxAgeDays;
    }

    @DataBoundSetter
    public void setCacheMaxAgeDays(int cacheMaxAgeDays) {
        this.cacheMaxAgeDays = cacheMaxAgeDays;
    }

    /** Scanner installation; empty for the default one. */
    public String getScanner() {
        return scanner;
    }

    @DataBoundSetter
    public void setScanner(@CheckForNull String scanner) {
        this.scanner = Util.fixNull(scanner).trim();
    }

    /** Scanner on the agent; empty for an installation. */
    public String getScannerPath() {
        return scannerPath;
    }

    @DataBoundSetter
    public void setScannerPath(@CheckForNull String scannerPath) {
        this.scannerPath = Util.fixNull(scannerPath).trim();
    }

    /** What that scanner must be; empty to run it unverified. */
    public String getScannerSha256() {
        return scannerSha256;
    }

    @DataBoundSetter
    public void setScannerSha256(@CheckForNull String scannerSha256) {
        this.scannerSha256 = Util.fixNull(scannerSha256).trim();
    }

    /** Reports to archive with the build, separated by commas; empty for none. */
    public String getArchive() {
        return archive;
    }

    @DataBoundSetter
    public void setArchive(@CheckForNull String archive) {
        this.archive = Util.fixNull(archive).trim();
    }

    /** What a violation of the policy does to the build: {@code fail} or {@code unstable}. */
    public String getOnViolation() {
        return onViolation;
    }

    @DataBoundSetter
    public void setOnViolation(@CheckForNull String onViolation) {
        this.onViolation = Util.fixNull(onViolation).trim();
    }

    /** What a missing answer does to the build: {@code fail} or {@code unstable}. */
    public String getOnIndeterminate() {
        return onIndeterminate;
    }

    @DataBoundSetter
    public void setOnIndeterminate(@CheckForNull String onIndeterminate) {
        this.onIndeterminate = Util.fixNull(onIndeterminate).trim();
    }

    /** Whether the stage is marked as well as the build. */
    public boolean isMarkStage() {
        return markStage;
    }

    @DataBoundSetter
    public void setMarkStage(boolean markStage) {
        this.markStage = markStage;
    }

    /** Central Qualys policies to ask as well, separated by commas; empty for none. */
    public String getPolicyTags() {
        return policyTags;
    }

    @DataBoundSetter
    public void setPolicyTags(@CheckForNull String policyTags) {
        this.policyTags = Util.fixNull(policyTags).trim();
    }

    /** Whether a scan goes on where Qualys evaluated none of its central policies. */
    public boolean isAllowAudit() {
        return allowAudit;
    }

    @DataBoundSetter
    public void setAllowAudit(boolean allowAudit) {
        this.allowAudit = allowAudit;
    }

    /** The same parameters, which can be changed on their own. */
    ScanParameters copy() {
        try {
            ScanParameters copy = (ScanParameters) clone();
            copy.images = new ArrayList<>(images);
            return copy;
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The parameters of a scan can always be copied", impossible);
        }
    }

    /** Leaves the default in place for whatever a job's record does not name, be it older than that parameter or generated. */
    public static final class ConverterImpl extends RobustReflectionConverter {
        public ConverterImpl(XStream2 xstream) {
            super(xstream.getMapper(), xstream.getReflectionProvider());
        }

        @Override
        protected Object instantiateNewInstance(HierarchicalStreamReader reader, UnmarshallingContext context) {
            return new ScanParameters();
        }
    }

    /** The form that all steps share. */
    @Extension
    public static final class DescriptorImpl extends ScanForm {
        @Override
        public String getDisplayName() {
            return "";
        }
    }
}
