package io.jenkins.plugins.qualysfargate.jenkins.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Functions;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The HTML report of a scan among the artifacts of its build. */
final class ArchivedReport {
    private static final Logger LOGGER = Logger.getLogger(ArchivedReport.class.getName());

    private ArchivedReport() {}

    /** Address under the build; null if there is none, or the present user may not see artifacts. */
    @CheckForNull
    static String find(Run<?, ?> run, String scan) {
        if (Functions.isArtifactsPermissionEnabled() && !run.hasPermission(Run.ARTIFACTS)) {
            return null;
        }
        String path = BuildPage.URL_NAME + "/" + scan + "/" + ReportFormat.HTML.fileName();
        try {
            return run.getArtifactManager().root().child(path).isFile() ? "artifact/" + path : null;
        } catch (IOException unreachable) {
            LOGGER.log(Level.FINE, unreachable, () -> "Could not look for " + path + " among the artifacts of " + run);
            return null;
        }
    }
}
