package io.jenkins.plugins.qualysfargate.jenkins.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Item;
import hudson.model.ModelObject;
import hudson.model.User;
import hudson.security.AccessControlled;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import jenkins.model.Jenkins;

/** Who may see in a form what can be chosen, ids of credentials above all; everybody else sees what is set and no more. */
public final class FormAccess {
    private FormAccess() {}

    /** @param item that the form belongs to; null for none, and then it takes an administrator */
    public static boolean mayChoose(@CheckForNull Item item) {
        if (item == null) {
            return isAdministrator();
        }
        return item.hasPermission(Item.EXTENDED_READ) || item.hasPermission(CredentialsProvider.USE_ITEM);
    }

    /** @param context where credentials are kept: Jenkins, a folder, or a user */
    static boolean mayKeepCredentials(@CheckForNull ModelObject context) {
        if (context instanceof User user) {
            return user.equals(User.current());
        }
        return context instanceof AccessControlled place
                && (place.hasPermission(CredentialsProvider.CREATE) || place.hasPermission(CredentialsProvider.UPDATE));
    }

    /** Whether the present user may see and change everything. */
    public static boolean isAdministrator() {
        return JenkinsFacade.get().root().hasPermission(Jenkins.ADMINISTER);
    }
}
