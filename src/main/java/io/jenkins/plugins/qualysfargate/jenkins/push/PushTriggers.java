package io.jenkins.plugins.qualysfargate.jenkins.push;

import hudson.model.Job;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The triggers of all jobs of this Jenkins that are started. */
final class PushTriggers {
    private static final Set<EcrImagePushTrigger> STARTED = ConcurrentHashMap.newKeySet();

    private PushTriggers() {}

    static void add(EcrImagePushTrigger trigger) {
        STARTED.add(trigger);
    }

    static void remove(EcrImagePushTrigger trigger) {
        STARTED.remove(trigger);
    }

    static void removeAll() {
        STARTED.clear();
    }

    /** Queues that somebody waits for. */
    static Set<String> queues() {
        return STARTED.stream()
                .filter(PushTriggers::isReady)
                .map(EcrImagePushTrigger::chosenQueue)
                .filter(queue -> !queue.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Triggers of jobs that are to be built for this push. */
    static List<EcrImagePushTrigger> wanting(String queue, Push push) {
        return STARTED.stream()
                .filter(PushTriggers::isReady)
                .filter(trigger -> trigger.chosenQueue().equals(queue) && trigger.wants(push))
                .toList();
    }

    /** A job that was deleted or disabled wants no builds, and nobody may tell its trigger. */
    private static boolean isReady(EcrImagePushTrigger trigger) {
        Job<?, ?> job = trigger.job();
        return job != null
                && job.isBuildable()
                && JenkinsFacade.get()
                        .job(job.getFullName())
                        .filter(present -> present == job)
                        .isPresent();
    }
}
