package io.jenkins.plugins.qualysfargate.jenkins.scan;

import com.google.common.util.concurrent.Uninterruptibles;
import hudson.AbortException;
import hudson.model.Computer;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.qualysfargate.jenkins.agent.AgentLink;
import io.jenkins.plugins.qualysfargate.jenkins.agent.JenkinsStoppingException;
import io.jenkins.plugins.qualysfargate.jenkins.agent.ScanMemory;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScanResult;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import jenkins.model.Jenkins;
import org.springframework.security.core.Authentication;

/**
 * A scan that a build step waits for. It has a thread of its own that nobody interrupts, because an interrupted one could
 * neither stop the scanner nor record that there is no answer.
 */
final class AwaitedScan {
    private static final Duration TO_STOP = Duration.ofSeconds(60);

    private final Run<?, ?> run;
    private final AgentLink link;
    private final TaskListener listener;
    private final Duration toStop;

    AwaitedScan(Run<?, ?> run, AgentLink link, TaskListener listener) {
        this(run, link, listener, TO_STOP);
    }

    /** @param toStop how long an aborted build waits for the scanner to be stopped */
    AwaitedScan(Run<?, ?> run, AgentLink link, TaskListener listener, Duration toStop) {
        this.run = run;
        this.link = link;
        this.listener = listener;
        this.toStop = toStop;
    }

    /**
     * @throws AbortException if the scan was refused
     * @throws InterruptedException if the build is aborted; by then the scanner is stopped, or nobody can say
     */
    ScanResult perform(ScanParameters parameters) throws IOException, InterruptedException {
        AtomicBoolean aborted = new AtomicBoolean();
        Authentication rights = Jenkins.getAuthentication2();
        Future<ScanResult> scan = Computer.threadPoolForRemoting.submit(() -> {
            try (ACLContext asTheBuild = ACL.as2(rights)) {
                return new ScanTask(run, link, listener, new ScanMemory()).perform(parameters, aborted::get);
            }
        });
        try {
            return scan.get();
        } catch (InterruptedException abort) {
            aborted.set(true);
            awaitEnd(scan);
            throw abort;
        } catch (ExecutionException failed) {
            throw problem(failed.getCause());
        }
    }

    private void awaitEnd(Future<ScanResult> scan) {
        listener.getLogger()
                .println("The build is being aborted: waiting up to " + toStop.toSeconds()
                        + " seconds until the scanner is stopped.");
        try {
            Uninterruptibles.getUninterruptibly(scan, toStop.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException ended) {
            listener.getLogger().println("The aborted scan ended with: " + ended.getCause());
        } catch (TimeoutException stillRunning) {
            listener.getLogger()
                    .println("The scan on " + link.name() + " has not ended after " + toStop.toSeconds()
                            + " seconds. Look there for a process qscanner and stop it.");
        }
    }

    /** What the build ends with instead of a result. */
    private static IOException problem(Throwable cause) {
        if (cause instanceof ScanRefusedException || cause instanceof JenkinsStoppingException) {
            return new AbortException(cause.getMessage());
        }
        if (cause instanceof IOException failed) {
            return failed;
        }
        return new IOException("The scan broke: " + cause + ". Nothing was recorded, which is not a pass.", cause);
    }
}
