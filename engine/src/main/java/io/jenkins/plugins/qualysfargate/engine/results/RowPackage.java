package io.jenkins.plugins.qualysfargate.engine.results;

import org.jspecify.annotations.Nullable;

/**
 * One package of a row.
 *
 * @param installedVersion empty where the scanner names none
 * @param fixedVersion null where no fix is known
 * @param path where it lies in the image; null where the scanner does not say
 */
public record RowPackage(
        String name,
        String installedVersion,
        @Nullable String fixedVersion,
        @Nullable String path) {}
