package io.jenkins.plugins.qualysfargate.jenkins.result;

import hudson.FilePath;
import hudson.Launcher;
import hudson.Util;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFiles;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import jenkins.util.BuildListenerAdapter;

/** Archives reports with a build through whatever keeps this Jenkins' artifacts. */
public final class ArchiveReports {
    private final Run<?, ?> run;
    private final TaskListener listener;

    public ArchiveReports(Run<?, ?> run, TaskListener listener) {
        this.run = run;
        this.listener = listener;
    }

    /** @param directory of the artifacts, in which each format has its usual file name */
    public void of(GateRun gate, Set<ReportFormat> formats, String directory) throws IOException, InterruptedException {
        if (formats.isEmpty()) {
            return;
        }
        Path temporary = Files.createTempDirectory("qualys-fargate-reports-");
        try {
            Map<String, String> artifacts = new HashMap<>();
            for (Path file : ReportFiles.write(gate.outcome(), temporary, formats, gate::baselineOf)) {
                artifacts.put(directory + "/" + file.getFileName(), String.valueOf(file.getFileName()));
            }
            FilePath source = new FilePath(temporary.toFile());
            Launcher launcher = new Launcher.LocalLauncher(listener);
            run.pickArtifactManager().archive(source, launcher, BuildListenerAdapter.wrap(listener), artifacts);
        } finally {
            Util.deleteRecursive(temporary.toFile());
        }
    }
}
