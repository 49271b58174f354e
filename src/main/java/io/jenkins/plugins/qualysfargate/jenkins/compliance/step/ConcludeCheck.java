package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.model.Run;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckReport;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckText;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CheckStatus;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceCheck;
import java.io.IOException;

/** What all steps do with what was found: put it into the log and the reports, and make a result of it. */
final class ConcludeCheck {
    private final Run<?, ?> run;
    private final TaskListener listener;

    @CheckForNull
    private final FilePath workspace;

    /** @param workspace null if the step runs without one */
    ConcludeCheck(Run<?, ?> run, TaskListener listener, @CheckForNull FilePath workspace) {
        this.run = run;
        this.listener = listener;
        this.workspace = workspace;
    }

    ComplianceResult of(CheckStatus status, CheckParameters parameters) throws IOException, InterruptedException {
        CheckReport report =
                status.report(parameters.getMonitors(), SharedEngine.clock().instant());
        CheckText.lines(report).forEach(listener.getLogger()::println);
        if (parameters.isReports()) {
            new WriteReports(run, listener).of(report, workspace);
        }
        return ComplianceResult.of(report, JenkinsFacade.get().absolute(ComplianceCheck.PAGE + "/"));
    }
}
