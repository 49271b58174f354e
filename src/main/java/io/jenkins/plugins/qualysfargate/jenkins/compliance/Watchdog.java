package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import hudson.Extension;
import hudson.model.PeriodicWork;
import java.util.concurrent.TimeUnit;

/** Sees to it that the check runs all day, whatever jobs do; the work itself is done in a thread of its own. */
@Extension
public final class Watchdog extends PeriodicWork {

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.SECONDS.toMillis(15);
    }

    @Override
    public long getInitialDelay() {
        return TimeUnit.SECONDS.toMillis(5);
    }

    @Override
    protected void doRun() {
        ComplianceCheck.get().ensureRunning();
    }
}
