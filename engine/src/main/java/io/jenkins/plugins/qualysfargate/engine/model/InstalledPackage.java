package io.jenkins.plugins.qualysfargate.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * One package that the scanner's inventory lists, whether or not anything is wrong with it.
 *
 * @param url what names it across tools, as the inventory says; null where it does not say
 */
public record InstalledPackage(
        String name, String version, @Nullable PackageUrl url) {

    /** A package that nothing but its name and version is known of. */
    public InstalledPackage(String name, String version) {
        this(name, version, null);
    }
}
