package io.jenkins.plugins.qualysfargate.jenkins.alert;

import hudson.Extension;
import hudson.model.AsyncPeriodicWork;
import hudson.model.TaskListener;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.outbox.DeliveryCount;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.aws.AwsConfiguration;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;

/** Tries, once a minute, the alerts that wait, and looks what is left. */
@Extension
public final class DeliverAlerts extends AsyncPeriodicWork {

    public DeliverAlerts() {
        super("Qualys Fargate alerts");
    }

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.MINUTES.toMillis(1);
    }

    // Every minute is too often for the log of Jenkins.
    @Override
    protected Level getNormalLoggingLevel() {
        return Level.FINE;
    }

    @Override
    protected void execute(TaskListener listener) {
        JenkinsFacade jenkins = JenkinsFacade.get();
        AlertMonitor monitor = jenkins.only(AlertMonitor.class);
        if (!AwsConfiguration.get().isInUse()) {
            monitor.seen(AlertBacklog.NONE);
            return;
        }
        if (jenkins.isQuietingDown()) {
            return;
        }
        try {
            ComplianceEngine engine = SharedEngine.engine();
            DeliveryCount count = engine.deliverAlerts();
            engine.history()
                    .ifPresent(history -> monitor.seen(AlertBacklog.of(
                            history.outbox(), SharedEngine.clock().instant(), String.join(" ", count.reasons()))));
            listener.getLogger()
                    .println("Alerts delivered: " + count.delivered() + ", to be tried again: " + count.postponed()
                            + ", given up: " + count.abandoned() + ". " + String.join(" ", count.reasons()));
        } catch (HistoryUnavailableException | CorruptHistoryException lost) {
            listener.error(
                    "The alerts that wait could not be looked up, and will be tried again: " + lost.getMessage());
        }
    }
}
