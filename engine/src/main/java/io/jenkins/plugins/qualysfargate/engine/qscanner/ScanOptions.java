package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be set about a scan and has a default.
 *
 * @param storageDriver where the image lies; {@link StorageDriver#NONE} is the registry
 * @param secretConfig rules for secrets; null for those of the back end
 * @param excludeDirs directories of the image that are not looked at: what they hold is not in the verdict
 * @param offline true to fetch nothing but what the back end needs; finds less in Java archives
 * @param skipJavaDbUpdate true to use the Java index that is there; finds less in Java archives
 * @param centralPolicy null to ask for the report alone
 */
public record ScanOptions(
        StorageDriver storageDriver,
        @Nullable Path secretConfig,
        List<String> excludeDirs,
        boolean offline,
        boolean skipJavaDbUpdate,
        @Nullable CentralPolicy centralPolicy,
        LogLevel logLevel) {

    /** @throws IllegalArgumentException if an excluded directory could not stand on a command line */
    public ScanOptions {
        excludeDirs = List.copyOf(excludeDirs);
        Argument.list("the excluded directory", excludeDirs);
    }

    /** A registry image, everything looked at, online, no central policy. */
    public static ScanOptions defaults() {
        return new ScanOptions(StorageDriver.NONE, null, List.of(), false, false, null, LogLevel.INFO);
    }
}
