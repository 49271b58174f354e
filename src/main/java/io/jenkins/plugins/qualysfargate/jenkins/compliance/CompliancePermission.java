package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;
import jenkins.model.Jenkins;
import org.jvnet.localizer.Localizable;

/** Who may see how scheduled scans stand, and who may do something about it; administrators may everything. */
public final class CompliancePermission {
    static final PermissionGroup GROUP =
            new PermissionGroup(CompliancePermission.class, Messages._CompliancePermission_group());

    /** Seeing the page of compliance and everything on it. */
    public static final Permission VIEW = permission("View", Messages._CompliancePermission_view(), Jenkins.ADMINISTER);

    /** Seeing the badge, and nothing else. */
    public static final Permission VIEW_STATUS =
            permission("ViewStatus", Messages._CompliancePermission_viewStatus(), VIEW);

    /** Acknowledging and resolving incidents, and putting remarks on record. */
    public static final Permission ACKNOWLEDGE =
            permission("Acknowledge", Messages._CompliancePermission_acknowledge(), Jenkins.ADMINISTER);

    /** Silencing: muting incidents, opening and ending pauses, and forgetting scans that are gone. */
    public static final Permission MUTE = permission("Mute", Messages._CompliancePermission_mute(), Jenkins.ADMINISTER);

    /** Starting a failed scan again, and approving that. */
    public static final Permission RESUBMIT =
            permission("Resubmit", Messages._CompliancePermission_resubmit(), Jenkins.ADMINISTER);

    private CompliancePermission() {}

    private static Permission permission(String name, Localizable description, Permission impliedBy) {
        return new Permission(GROUP, name, description, impliedBy, PermissionScope.JENKINS);
    }

    /** Before Jenkins reads who has which permission; it forgets the names of permissions that it does not know. */
    @Initializer(after = InitMilestone.PLUGINS_STARTED, before = InitMilestone.EXTENSIONS_AUGMENTED)
    public static void register() {
        VIEW.getId();
    }
}
