package io.jenkins.plugins.qualysfargate.jenkins.push;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.ComplianceEngine;
import io.jenkins.plugins.qualysfargate.engine.Fleet;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.push.DrainEvent;
import io.jenkins.plugins.qualysfargate.engine.push.DrainSettings;
import io.jenkins.plugins.qualysfargate.engine.push.PushDrain;
import io.jenkins.plugins.qualysfargate.engine.push.PushQueue;
import io.jenkins.plugins.qualysfargate.engine.push.QueueUnavailableException;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Takes pushes from one queue for all jobs that wait for it, until it is stopped. */
final class PushPoller implements Runnable {
    private static final Logger LOGGER = Logger.getLogger(PushPoller.class.getName());

    /** Each may wait for a build; one that does not is free again at once. */
    private static final int WORKERS = 32;

    private static final Duration POLL = Duration.ofSeconds(20);
    private static final Duration HOLD = Duration.ofMinutes(5);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 3;

    private final JenkinsFacade jenkins = JenkinsFacade.get();
    private final String queue;
    private final AwsClients aws;
    private final Fleet fleet;
    private final Thread thread;
    private volatile boolean stopped;

    @CheckForNull
    private volatile String problem;

    PushPoller(String queue, ComplianceEngine engine) {
        this.queue = queue;
        this.aws = engine.aws();
        this.fleet = engine.fleet();
        this.thread = new Thread(this, "ecrImagePush " + queue);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Returns at once; what was taken and not handed to a build is back in the queue some seconds later. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    boolean isRunning() {
        return thread.isAlive();
    }

    /** True if it is to go on as it is with these connections. */
    boolean uses(AwsClients present) {
        return aws == present;
    }

    /** Why it ended; null if nothing is wrong. */
    @CheckForNull
    String problem() {
        return problem;
    }

    void await(Duration longest) throws InterruptedException {
        thread.join(longest.toMillis());
    }

    @Override
    public void run() {
        try {
            PushQueue pushes = fleet.pushes(queue, null);
            new PushDrain(pushes, fleet.leases(), new BuildsOfPushes(queue), settings(), SharedEngine.clock())
                    .run(PushPoller::log, () -> stopped || jenkins.isQuietingDown());
        } catch (QueueUnavailableException failed) {
            if (!stopped) {
                problem = failed.getMessage();
                LOGGER.log(Level.WARNING, "No pushes are taken from {0} for the time being: {1}", new Object[] {
                    queue, problem
                });
            }
        }
    }

    private DrainSettings settings() {
        return new DrainSettings(jenkins.absolute(""), WORKERS, HOLD, POLL, null, GRACE, ATTEMPTS);
    }

    private static void log(DrainEvent event) {
        boolean bad = event.kind() == DrainEvent.Kind.TROUBLE || event.kind() == DrainEvent.Kind.REJECTED;
        LOGGER.log(bad ? Level.WARNING : Level.FINE, "{0} {1}: {2}", new Object[] {
            event.kind(),
            event.push() == null ? "message " + event.messageId() : event.push().image(),
            event.detail()
        });
    }
}
