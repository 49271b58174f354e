package io.jenkins.plugins.qualysfargate.jenkins.trend;

import hudson.Extension;
import hudson.model.Run;
import hudson.model.listeners.RunListener;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanListener;

/** Keeps the index of a job in step with its builds. */
@Extension
public final class TrendUpdates extends RunListener<Run<?, ?>> implements ScanListener {

    @Override
    public void onRecorded(Run<?, ?> run) {
        JobTrends.record(run);
    }

    @Override
    public void onDeleted(Run<?, ?> run) {
        JobTrends.forget(run);
    }
}
