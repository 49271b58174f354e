package io.jenkins.plugins.qualysfargate.engine.sarif;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the package in what scanners write for people, where they have no field for it: Trivy's message lines
 * ({@code Package: x}), Grype's sentence ({@code … package: x, version y …}), and a logical location {@code x@y} (Snyk).
 */
final class DescribedPackage {
    private static final int LONGEST = 4096;
    private static final Pattern TRIVY_NAME = Pattern.compile("^Package: (\\S{1,256})$", Pattern.MULTILINE);
    private static final Pattern TRIVY_INSTALLED =
            Pattern.compile("^Installed Version: (\\S{1,256})$", Pattern.MULTILINE);
    private static final Pattern TRIVY_FIXED = Pattern.compile("^Fixed Version: (\\S[^\n]{0,255})$", Pattern.MULTILINE);
    private static final Pattern GRYPE = Pattern.compile("package: (\\S{1,256}), version (\\S{1,256}) ");
    private static final Pattern LOGICAL = Pattern.compile("([^\\s@]{1,256}|@[^\\s@]{1,256})@([^\\s@]{1,256})");

    private DescribedPackage() {}

    static void fill(ResultFields result) {
        if (!result.message.isBlank() && result.message.length() <= LONGEST && fromMessage(result)) {
            return;
        }
        if (!result.logicalName.isBlank() && result.logicalName.length() <= LONGEST) {
            Matcher logical = LOGICAL.matcher(result.logicalName.toString());
            if (logical.matches()) {
                result.flat.name().set(logical.group(1));
                result.flat.installedVersion().set(logical.group(2));
            }
        }
    }

    private static boolean fromMessage(ResultFields result) {
        String message = result.message.toString();
        Matcher trivy = TRIVY_NAME.matcher(message);
        if (trivy.find()) {
            result.flat.name().set(trivy.group(1));
            take(TRIVY_INSTALLED.matcher(message), result.flat.installedVersion());
            take(TRIVY_FIXED.matcher(message), result.flat.fixedVersion());
            return true;
        }
        Matcher grype = GRYPE.matcher(message);
        if (grype.find()) {
            result.flat.name().set(grype.group(1));
            result.flat.installedVersion().set(grype.group(2));
            return true;
        }
        return false;
    }

    private static void take(Matcher found, Text target) {
        if (found.find()) {
            target.set(found.group(1));
        }
    }
}
