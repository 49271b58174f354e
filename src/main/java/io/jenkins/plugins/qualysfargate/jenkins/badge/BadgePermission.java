package io.jenkins.plugins.qualysfargate.jenkins.badge;

import hudson.init.InitMilestone;
import hudson.init.Initializer;
import hudson.model.Item;
import hudson.security.Permission;
import hudson.security.PermissionGroup;
import hudson.security.PermissionScope;

/**
 * Who may see a badge: everybody who may read the job, and those to whom administrators give just this. It is in a group
 * of its own, because other plugins have a permission of this name in the group of jobs, and there can be one only.
 */
public final class BadgePermission {
    static final PermissionGroup GROUP = new PermissionGroup(BadgePermission.class, Messages._BadgePermission_group());

    /** Seeing the badges of a job. */
    public static final Permission VIEW_STATUS = new Permission(
            GROUP, "ViewStatus", Messages._BadgePermission_viewStatus(), Item.READ, PermissionScope.ITEM);

    private BadgePermission() {}

    /** Before Jenkins reads who has which permission; it forgets the names of permissions that it does not know. */
    @Initializer(after = InitMilestone.PLUGINS_STARTED, before = InitMilestone.EXTENSIONS_AUGMENTED)
    public static void register() {
        VIEW_STATUS.getId();
    }
}
