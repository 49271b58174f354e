package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.report.ReportFormat;
import io.jenkins.plugins.qualysfargate.engine.results.StoredResult;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.result.ArchiveReports;
import io.jenkins.plugins.qualysfargate.jenkins.result.RecordedScan;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanIds;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanResult;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps a finished scan with its build: files first, the build's record last, so that nothing is half-recorded. */
final class RecordScan {
    private final Run<?, ?> run;
    private final TaskListener listener;

    RecordScan(Run<?, ?> run, TaskListener listener) {
        this.run = run;
        this.listener = listener;
    }

    ScanResult of(GateRun gate, ScanPlan plan) throws IOException, InterruptedException {
        RunScans scans = RunScans.of(run);
        String id = scans.nextId();
        Path directory = scans.directory(id);
        StoredResult.write(gate, directory);
        ScanIds.write(gate, directory);
        new ArchiveReports(run, listener).of(gate, plan.archive(), "qualys-fargate/" + id);
        RecordedScan scan = RecordedScan.of(
                id,
                gate.outcome(),
                plan.policy(),
                plan.pod(),
                SharedEngine.clock().millis());
        scans.add(scan);
        ReportFormat.TEXT.writer(gate::baselineOf).write(gate.outcome(), listener.getLogger());
        String url = JenkinsFacade.get().absolute(run.getUrl() + "qualys-fargate/" + id + "/");
        listener.getLogger().println("Report: " + url);
        return ScanResult.of(scan, gate.outcome(), url);
    }
}
