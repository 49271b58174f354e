package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.model.Run;
import hudson.model.TaskListener;
import java.util.List;
import java.util.Set;
import org.jenkinsci.plugins.workflow.steps.Step;
import org.jenkinsci.plugins.workflow.steps.StepContext;
import org.jenkinsci.plugins.workflow.steps.StepDescriptor;
import org.jenkinsci.plugins.workflow.steps.StepExecution;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/**
 * {@code qualysFargateScan}: scans images and fails the build if they do not keep to the policy. A Pipeline wants its
 * parameters side by side, so this passes each on to the {@link ScanParameters} that it shares with the other steps.
 */
public final class QualysFargateScanStep extends Step {
    private final ScanParameters parameters = new ScanParameters();

    /** Everything has a default. */
    @DataBoundConstructor
    public QualysFargateScanStep() {
        // See the setters.
    }

    @Override
    public StepExecution start(StepContext context) {
        return new QualysFargateScanExecution(context, parameters);
    }

    public String getImage() {
        return parameters.getImage();
    }

    @DataBoundSetter
    public void setImage(@CheckForNull String image) {
        parameters.setImage(image);
    }

    public List<String> getImages() {
        return parameters.getImages();
    }

    @DataBoundSetter
    public void setImages(@CheckForNull List<String> images) {
        parameters.setImages(images);
    }

    public String getImagesFile() {
        return parameters.getImagesFile();
    }

    @DataBoundSetter
    public void setImagesFile(@CheckForNull String imagesFile) {
        parameters.setImagesFile(imagesFile);
    }

    public String getCredentialsId() {
        return parameters.getCredentialsId();
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        parameters.setCredentialsId(credentialsId);
    }

    public String getPod() {
        return parameters.getPod();
    }

    @DataBoundSetter
    public void setPod(@CheckForNull String pod) {
        parameters.setPod(pod);
    }

    public String getRegistryCredentialsId() {
        return parameters.getRegistryCredentialsId();
    }

    @DataBoundSetter
    public void setRegistryCredentialsId(@CheckForNull String registryCredentialsId) {
        parameters.setRegistryCredentialsId(registryCredentialsId);
    }

    public String getScanTypes() {
        return parameters.getScanTypes();
    }

    @DataBoundSetter
    public void setScanTypes(@CheckForNull String scanTypes) {
        parameters.setScanTypes(scanTypes);
    }

    public String getPlatforms() {
        return parameters.getPlatforms();
    }

    @DataBoundSetter
    public void setPlatforms(@CheckForNull String platforms) {
        parameters.setPlatforms(platforms);
    }

    public String getPolicy() {
        return parameters.getPolicy();
    }

    @DataBoundSetter
    public void setPolicy(@CheckForNull String policy) {
        parameters.setPolicy(policy);
    }

    public String getPolicyFile() {
        return parameters.getPolicyFile();
    }

    @DataBoundSetter
    public void setPolicyFile(@CheckForNull String policyFile) {
        parameters.setPolicyFile(policyFile);
    }

    public String getPolicyName() {
        return parameters.getPolicyName();
    }

    @DataBoundSetter
    public void setPolicyName(@CheckForNull String policyName) {
        parameters.setPolicyName(policyName);
    }

    public String getFailOn() {
        return parameters.getFailOn();
    }

    @DataBoundSetter
    public void setFailOn(@CheckForNull String failOn) {
        parameters.setFailOn(failOn);
    }

    @CheckForNull
    public Thresholds getThresholds() {
        return parameters.getThresholds();
    }

    @DataBoundSetter
    public void setThresholds(@CheckForNull Thresholds thresholds) {
        parameters.setThresholds(thresholds);
    }

    public String getExceptions() {
        return parameters.getExceptions();
    }

    @DataBoundSetter
    public void setExceptions(@CheckForNull String exceptions) {
        parameters.setExceptions(exceptions);
    }

    public String getBaseline() {
        return parameters.getBaseline();
    }

    @DataBoundSetter
    public void setBaseline(@CheckForNull String baseline) {
        parameters.setBaseline(baseline);
    }

    public int getTimeoutMinutes() {
        return parameters.getTimeoutMinutes();
    }

    @DataBoundSetter
    public void setTimeoutMinutes(int timeoutMinutes) {
        parameters.setTimeoutMinutes(timeoutMinutes);
    }

    public boolean isCache() {
        return parameters.isCache();
    }

    @DataBoundSetter
    public void setCache(boolean cache) {
        parameters.setCache(cache);
    }

    public int getCacheMaxAgeDays() {
        return parameters.getCacheMaxAgeDays();
    }

    @DataBoundSetter
    public void setCacheMaxAgeDays(int cacheMaxAgeDays) {
        parameters.setCacheMaxAgeDays(cacheMaxAgeDays);
    }

    public String getScanner() {
        return parameters.getScanner();
    }

    @DataBoundSetter
    public void setScanner(@CheckForNull String scanner) {
        parameters.setScanner(scanner);
    }

    public String getScannerPath() {
        return parameters.getScannerPath();
    }

    @DataBoundSetter
    public void setScannerPath(@CheckForNull String scannerPath) {
        parameters.setScannerPath(scannerPath);
    }

    public String getScannerSha256() {
        return parameters.getScannerSha256();
    }

    @DataBoundSetter
    public void setScannerSha256(@CheckForNull String scannerSha256) {
        parameters.setScannerSha256(scannerSha256);
    }

    public String getArchive() {
        return parameters.getArchive();
    }

    @DataBoundSetter
    public void setArchive(@CheckForNull String archive) {
        parameters.setArchive(archive);
    }

    public String getOnViolation() {
        return parameters.getOnViolation();
    }

    @DataBoundSetter
    public void setOnViolation(@CheckForNull String onViolation) {
        parameters.setOnViolation(onViolation);
    }

    public String getOnIndeterminate() {
        return parameters.getOnIndeterminate();
    }

    @DataBoundSetter
    public void setOnIndeterminate(@CheckForNull String onIndeterminate) {
        parameters.setOnIndeterminate(onIndeterminate);
    }

    public boolean isMarkStage() {
        return parameters.isMarkStage();
    }

    @DataBoundSetter
    public void setMarkStage(boolean markStage) {
        parameters.setMarkStage(markStage);
    }

    public String getPolicyTags() {
        return parameters.getPolicyTags();
    }

    @DataBoundSetter
    public void setPolicyTags(@CheckForNull String policyTags) {
        parameters.setPolicyTags(policyTags);
    }

    public boolean isAllowAudit() {
        return parameters.isAllowAudit();
    }

    @DataBoundSetter
    public void setAllowAudit(boolean allowAudit) {
        parameters.setAllowAudit(allowAudit);
    }

    /** Needs an agent with a workspace, so it stands inside of {@code node} or an {@code agent}. */
    @Extension
    public static final class DescriptorImpl extends StepDescriptor {
        @Override
        public String getFunctionName() {
            return "qualysFargateScan";
        }

        @Override
        public String getDisplayName() {
            return Messages.QualysFargateScanStep_DisplayName();
        }

        /** The parameters have one form and one set of help, whichever step they belong to. */
        public ScanParameters.DescriptorImpl getParameters() {
            return ExtensionList.lookupSingleton(ScanParameters.DescriptorImpl.class);
        }

        @Override
        public String getHelpFile(String parameter) {
            return getParameters().getHelpFile(parameter);
        }

        @Override
        public Set<? extends Class<?>> getRequiredContext() {
            return Set.of(Run.class, FilePath.class, Launcher.class, TaskListener.class, EnvVars.class);
        }
    }
}
