package io.jenkins.plugins.qualysfargate.engine.qscanner;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Points AWS's SDK to the profile files of the real home directory, because it looks below HOME and the scanner gets a fresh one. */
public final class AwsProfileFiles {
    private AwsProfileFiles() {}

    /** The variables, with those of AWS's SDK for the files that exist on this machine and are not named yet. */
    public static Map<String, String> added(Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(environment);
        String home = environment.get("HOME");
        if (home != null) {
            point(variables, "AWS_SHARED_CREDENTIALS_FILE", Path.of(home, ".aws", "credentials"));
            point(variables, "AWS_CONFIG_FILE", Path.of(home, ".aws", "config"));
        }
        return variables;
    }

    private static void point(Map<String, String> variables, String name, Path file) {
        if (Files.isRegularFile(file)) {
            variables.putIfAbsent(name, file.toString());
        }
    }
}
