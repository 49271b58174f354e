package io.jenkins.plugins.qualysfargate.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One package that a finding is about. All texts come from the scanner and are hostile until escaped.
 *
 * @param installedVersion empty where the scanner names none
 * @param fixedVersion null where no fix is known
 * @param path where it lies in the image; null where the scanner does not say
 * @param layer digest of the layer that brought it, as the scanner wrote it; null where it does not say
 */
public record AffectedPackage(
        String name,
        String installedVersion,
        @Nullable String fixedVersion,
        @Nullable String path,
        @Nullable String layer) {

    /** True if the scanner knows a version without the vulnerability. */
    public boolean fixable() {
        return fixedVersion != null;
    }
}
