package io.jenkins.plugins.qualysfargate.jenkins.push;

import hudson.Extension;
import hudson.init.Terminator;
import hudson.model.PeriodicWork;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Sees to it that every queue that a job waits for has one poller, and every other queue none. */
@Extension
public final class PollPushes extends PeriodicWork {
    private static final Map<String, PushPoller> POLLERS = new HashMap<>();
    private static final Duration TO_STOP = Duration.ofSeconds(5);

    @Override
    public long getRecurrencePeriod() {
        return TimeUnit.SECONDS.toMillis(15);
    }

    /** Not before all jobs are there: nobody may say that no job wants a push while jobs are still loaded. */
    @Override
    public long getInitialDelay() {
        return TimeUnit.SECONDS.toMillis(15);
    }

    @Override
    protected void doRun() {
        JenkinsFacade jenkins = JenkinsFacade.get();
        Set<String> wanted = jenkins.isQuietingDown() || !jenkins.hasLoadedAllJobs() ? Set.of() : PushTriggers.queues();
        ComplianceEngine engine = wanted.isEmpty() ? null : SharedEngine.engine();
        synchronized (POLLERS) {
            POLLERS.entrySet().removeIf(each -> {
                PushPoller poller = each.getValue();
                if (!wanted.contains(each.getKey()) || !poller.uses(engine.aws())) {
                    poller.stop();
                }
                return !poller.isRunning();
            });
            for (String queue : wanted) {
                if (!POLLERS.containsKey(queue)) {
                    PushPoller poller = new PushPoller(queue, engine);
                    POLLERS.put(queue, poller);
                    poller.start();
                }
            }
        }
    }

    /** What was taken and not handed to a build comes again, here or elsewhere. */
    @Terminator
    public static void stopAll() throws InterruptedException {
        List<PushPoller> running;
        synchronized (POLLERS) {
            running = List.copyOf(POLLERS.values());
            POLLERS.clear();
        }
        PushTriggers.removeAll();
        running.forEach(PushPoller::stop);
        for (PushPoller each : running) {
            each.await(TO_STOP);
        }
    }
}
