package io.jenkins.plugins.qualysfargate.jenkins.push;

import hudson.model.Job;
import hudson.model.Queue;
import hudson.model.Result;
import hudson.model.Run;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.push.ImageScan;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import io.jenkins.plugins.qualysfargate.engine.push.ScanAnswer;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Has a pushed image scanned by the jobs that want it. What Jenkins cannot take yet stays in the queue of pushes. */
final class BuildsOfPushes implements ImageScan {
    /** More than this in the queue of Jenkins, and it waits: the queue of pushes is the better place. */
    static final int MOST_WAITING = 500;

    /** A second event of the same push comes up to a quarter of an hour later; what is older may have to be scanned anew. */
    private static final Duration SAME_PUSH = Duration.ofDays(1);

    private final String queue;

    BuildsOfPushes(String queue) {
        this.queue = queue;
    }

    @Override
    public ScanAnswer scan(Push push, BooleanSupplier cancelled) {
        try (ACLContext asJenkins = ACL.as2(ACL.SYSTEM2)) {
            return build(push, cancelled);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new ScanAnswer.Recorded(VerdictKind.INDETERMINATE, "Jenkins stops.");
        }
    }

    private ScanAnswer build(Push push, BooleanSupplier cancelled) throws InterruptedException {
        List<EcrImagePushTrigger> wanting = PushTriggers.wanting(queue, push);
        if (wanting.isEmpty()) {
            return new ScanAnswer.NoImage("No job of this Jenkins wants this push.");
        }
        if (isScanned(push)) {
            return new ScanAnswer.Known();
        }
        while (Queue.getInstance().getItems().length >= MOST_WAITING) {
            pause(cancelled);
        }
        List<PushedBuild> awaited = new ArrayList<>();
        List<String> jobs = new ArrayList<>();
        for (EcrImagePushTrigger trigger : wanting) {
            Job<?, ?> job = trigger.job();
            if (job == null) {
                return new ScanAnswer.Recorded(
                        VerdictKind.INDETERMINATE, "A job that wants this push is not loaded yet.");
            }
            PushedBuild build = new PushedBuild(job, push);
            String name = job.getFullName();
            if (!build.ask()) {
                return new ScanAnswer.Recorded(VerdictKind.INDETERMINATE, "Jenkins took no build of " + name + ".");
            }
            jobs.add(name);
            if (trigger.isAwaitBuild()) {
                awaited.add(build);
            }
        }
        // Once the message is deleted nothing else knows of it, also if Jenkins is killed now.
        Queue.getInstance().save();
        return await(awaited, jobs, cancelled);
    }

    private static ScanAnswer await(List<PushedBuild> awaited, List<String> jobs, BooleanSupplier cancelled)
            throws InterruptedException {
        for (PushedBuild build : awaited) {
            while (build.run().map(Run::isBuilding).orElse(!build.isCancelled())) {
                pause(cancelled);
            }
            Result result = build.run().map(Run::getResult).orElse(Result.ABORTED);
            if (result == null || result.isWorseThan(Result.FAILURE)) {
                return new ScanAnswer.Recorded(
                        VerdictKind.INDETERMINATE, "A build of " + String.join(", ", jobs) + " was stopped.");
            }
        }
        return new ScanAnswer.HandedOver("Built by " + String.join(", ", jobs) + ".");
    }

    private static void pause(BooleanSupplier cancelled) throws InterruptedException {
        if (cancelled.getAsBoolean()) {
            throw new InterruptedException("the poller stops");
        }
        TimeUnit.SECONDS.sleep(1);
    }

    /** Whether somebody has scanned it since it was pushed, or shortly before; then this is another event of that push. */
    private static boolean isScanned(Push push) {
        History history = SharedEngine.history();
        ScanSummary latest = history.latest(List.of(push.digest())).get(push.digest());
        Instant oldest = push.pushedAt().minus(SAME_PUSH);
        Instant fresh = push.freshAfter() == null ? oldest : push.freshAfter();
        return latest != null && latest.complete() && latest.scannedAt().isAfter(fresh);
    }
}
