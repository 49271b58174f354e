package io.jenkins.plugins.qualysfargate.jenkins.agent;

import hudson.model.TaskListener;
import hudson.remoting.RequestAbortedException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Cancellation;
import io.jenkins.plugins.qualysfargate.engine.qscanner.HostLostException;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks an agent, and bears with it for a while if it does not answer. */
public final class AgentContact {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final AgentLink link;
    private final TaskListener listener;
    private final Duration patience;
    private final Clock clock;
    private final Cancellation cancellation;
    private final JenkinsFacade jenkins = JenkinsFacade.get();

    /** @param patience how long an agent may not answer before it counts as lost */
    public AgentContact(
            AgentLink link, TaskListener listener, Duration patience, Clock clock, Cancellation cancellation) {
        this.link = link;
        this.listener = listener;
        this.patience = patience;
        this.clock = clock;
        this.cancellation = cancellation;
    }

    /** One thing to ask. */
    @FunctionalInterface
    interface Question<T> {
        T ask(AgentLink link) throws IOException, InterruptedException;
    }

    AgentLink link() {
        return link;
    }

    Clock clock() {
        return clock;
    }

    void log(String line) {
        listener.getLogger().println(line);
    }

    TaskListener listener() {
        return listener;
    }

    /**
     * Asks until there is an answer.
     *
     * @param what is attempted, for the message
     * @throws HostLostException if the agent does not answer for as long as patience lasts
     */
    <T> T insist(String what, Question<T> question) throws HostLostException, InterruptedException {
        Instant firstFailure = null;
        while (true) {
            Throwable problem;
            requireJenkins(what);
            try {
                T answer = question.ask(link);
                if (firstFailure != null) {
                    log("Agent " + link.name() + " answers again.");
                }
                return answer;
            } catch (IOException | RequestAbortedException failed) {
                problem = failed;
            }
            Instant now = clock.instant();
            if (firstFailure == null) {
                firstFailure = now;
                log("Agent " + link.name() + " does not answer (" + problem.getMessage() + "); waiting up to "
                        + patience.toSeconds() + " s for it.");
            } else if (Duration.between(firstFailure, now).compareTo(patience) > 0 || cancellation.requested()) {
                throw new HostLostException(
                        "Tried to " + what + " on agent " + link.name() + ", which has not answered since "
                                + firstFailure + " (" + problem.getMessage() + "), so nobody knows how the scan ended.",
                        "Look at the agent's log, then scan again.",
                        problem);
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /**
     * What was learnt while Jenkins is going down may only say that agents were cut off.
     *
     * @param what is attempted, for the message
     * @throws JenkinsStoppingException if Jenkins is going down
     */
    public void requireJenkins(String what) {
        if (!jenkins.isRunning()) {
            throw new JenkinsStoppingException(what);
        }
    }

    /** One thing to do. */
    @FunctionalInterface
    interface Action {
        void run(AgentLink link) throws IOException, InterruptedException;
    }

    /** Tries once to stop something, also if this thread is interrupted; false if it may still be running. */
    boolean stop(Action action) {
        boolean interrupted = Thread.interrupted();
        try {
            action.run(link);
            return true;
        } catch (IOException | RequestAbortedException lost) {
            log("Could not stop the scanner on " + link.name() + ": " + lost.getMessage());
            return false;
        } catch (InterruptedException again) {
            interrupted = true;
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
