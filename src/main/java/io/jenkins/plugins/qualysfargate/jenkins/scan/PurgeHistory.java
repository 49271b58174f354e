package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** Forgets, once a day, the scans that are older than administrators want to keep. */
@Extension
public final class PurgeHistory extends AsyncPeriodicWork {

    public PurgeHistory() {
        super("Qualys Fargate scan history");
    }

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.DAYS.toMillis(1);
    }

    @Override
    protected void execute(TaskListener listener) {
        JenkinsFacade jenkins = JenkinsFacade.get();
        if (!Files.isDirectory(jenkins.home().resolve("history"))) {
            return;
        }
        AwsUse aws = SharedEngine.settings().aws();
        if (aws != null && aws.stores() != null) {
            // Others keep their scans there too; its tables and its bucket forget by themselves.
            return;
        }
        Duration kept = Duration.ofDays(jenkins.only(ScanSettings.class).historyDays());
        Instant oldest = SharedEngine.clock().instant().minus(kept);
        int forgotten = SharedEngine.history().purge(oldest);
        listener.getLogger().println("Forgot " + forgotten + " scans that were judged before " + oldest);
    }
}
