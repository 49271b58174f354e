package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.hudson.plugins.folder.AbstractFolder;
import com.cloudbees.hudson.plugins.folder.AbstractFolderProperty;
import com.cloudbees.hudson.plugins.folder.AbstractFolderPropertyDescriptor;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import java.util.ArrayList;
import java.util.List;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * What holds for every scan below a folder: a floor that adds to those of the folders around it, and default credentials
 * that stand in for theirs.
 */
public final class QualysFolderProperty extends AbstractFolderProperty<AbstractFolder<?>> {
    private String floorPolicy = "";
    private String credentialsId = "";

    /** Sets nothing. */
    @DataBoundConstructor
    public QualysFolderProperty() {
        // Both are optional.
    }

    /** Central policy that every scan below must keep to; empty for none but those of the folders around. */
    public String getFloorPolicy() {
        return Util.fixNull(floorPolicy);
    }

    @DataBoundSetter
    public void setFloorPolicy(@CheckForNull String floorPolicy) {
        this.floorPolicy = Util.fixNull(floorPolicy).trim();
    }

    /** Qualys credentials of scans below that name none; empty for those of the folders around. */
    public String getCredentialsId() {
        return Util.fixNull(credentialsId);
    }

    @DataBoundSetter
    public void setCredentialsId(@CheckForNull String credentialsId) {
        this.credentialsId = Util.fixNull(credentialsId).trim();
    }

    private boolean isEmpty() {
        return getFloorPolicy().isEmpty() && getCredentialsId().isEmpty();
    }

    /** What a folder sets, and its full name for messages. */
    record OfFolder(String folder, QualysFolderProperty property) {}

    /** What the folders set that an item is in, itself included, from the outermost inwards. */
    static List<OfFolder> around(@CheckForNull Item item) {
        List<OfFolder> around = new ArrayList<>();
        Object place = item;
        while (place instanceof Item inside) {
            QualysFolderProperty property = inside instanceof AbstractFolder<?> folder
                    ? folder.getProperties().get(QualysFolderProperty.class)
                    : null;
            if (property != null) {
                around.add(0, new OfFolder(inside.getFullName(), property));
            }
            place = inside.getParent();
        }
        return around;
    }

    /** The section in the form of a folder. */
    @Extension
    @Symbol("qualysFargate")
    public static final class DescriptorImpl extends AbstractFolderPropertyDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.QualysFolderProperty_displayName();
        }

        /** @throws FormException if there is no central policy of that name */
        @Override
        public AbstractFolderProperty<?> newInstance(@CheckForNull StaplerRequest2 req, JSONObject form)
                throws FormException {
            QualysFolderProperty property = (QualysFolderProperty) super.newInstance(req, form);
            List<String> problems = SettingsProblems.choice(
                    property.getFloorPolicy(), QualysConfiguration.get().getPolicies());
            if (!problems.isEmpty()) {
                throw new FormException(String.join("\n", problems), "floorPolicy");
            }
            return property.isEmpty() ? null : property;
        }

        /** The central policies. */
        @POST
        public ListBoxModel doFillFloorPolicyItems(@AncestorInPath Item item, @QueryParameter String floorPolicy) {
            return ScanFormChoices.policyNames(item, Messages.QualysFolderProperty_noFloor(), floorPolicy);
        }

        /** Every credential that jobs below could use. */
        @POST
        public ListBoxModel doFillCredentialsIdItems(@AncestorInPath Item item, @QueryParameter String credentialsId) {
            return ScanFormChoices.credentialsIds(item, Messages.QualysFolderProperty_noCredentials(), credentialsId);
        }

        /** Whether these credentials can be used here. */
        @POST
        public FormValidation doCheckCredentialsId(@AncestorInPath Item item, @QueryParameter String value) {
            return ScanFormChoices.checkCredentialsId(item, value);
        }

        /** Tries stored credentials on their own platform, or where they name none on the default one. */
        @POST
        public FormValidation doTestConnection(@AncestorInPath Item item, @QueryParameter String credentialsId)
                throws InterruptedException {
            if (item == null) {
                return FormValidation.error(Messages.ConnectionTest_nowhere());
            }
            item.checkPermission(Item.CONFIGURE);
            item.checkPermission(CredentialsProvider.USE_ITEM);
            return ConnectionTest.inItem(item, Util.fixNull(credentialsId).trim());
        }
    }
}
