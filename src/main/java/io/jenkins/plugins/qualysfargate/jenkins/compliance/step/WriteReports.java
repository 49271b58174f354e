package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckHtml;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckJUnit;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckJson;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckReport;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import jenkins.util.BuildListenerAdapter;

/** Writes a report as JUnit XML, HTML and JSON: into the workspace if there is one, and to the artifacts of the build. */
final class WriteReports {
    /** In the workspace, and among the artifacts. */
    static final String DIRECTORY = "qualys-compliance";

    private static final Map<String, Writer> FILES = files();

    private final Run<?, ?> run;
    private final TaskListener listener;

    WriteReports(Run<?, ?> run, TaskListener listener) {
        this.run = run;
        this.listener = listener;
    }

    private interface Writer {
        void write(CheckReport report, OutputStream out) throws IOException;
    }

    private static Map<String, Writer> files() {
        Map<String, Writer> files = new LinkedHashMap<>();
        files.put("junit.xml", CheckJUnit::write);
        files.put("compliance.html", CheckHtml::write);
        files.put("compliance.json", CheckJson::write);
        return files;
    }

    /** @param workspace null if the step runs without one */
    void of(CheckReport report, @CheckForNull FilePath workspace) throws IOException, InterruptedException {
        Path temporary = Files.createTempDirectory("qualys-compliance-");
        try {
            Map<String, String> artifacts = new LinkedHashMap<>();
            for (Map.Entry<String, Writer> each : FILES.entrySet()) {
                Path file = temporary.resolve(each.getKey());
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    each.getValue().write(report, out);
                }
                artifacts.put(DIRECTORY + "/" + each.getKey(), each.getKey());
            }
            FilePath source = new FilePath(temporary.toFile());
            if (workspace != null) {
                source.copyRecursiveTo("*", workspace.child(DIRECTORY));
            }
            Launcher launcher = new Launcher.LocalLauncher(listener);
            run.pickArtifactManager().archive(source, launcher, BuildListenerAdapter.wrap(listener), artifacts);
        } finally {
            Util.deleteRecursive(temporary.toFile());
        }
    }
}
