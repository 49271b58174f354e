package io.jenkins.plugins.qualysfargate.jenkins.trend;

import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuild;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.util.Timer;

/**
 * The index of every job. Looking at it never loads a build: where the file is missing or damaged, the answer is empty
 * until the index has been made anew in the background.
 */
final class JobTrends {
    private static final Logger LOGGER = Logger.getLogger(JobTrends.class.getName());
    private static final Map<Job<?, ?>, SoftReference<TrendIndex>> KNOWN = new WeakHashMap<>();

    private JobTrends() {}

    /** At once, from memory or a small file. */
    static TrendIndex of(Job<?, ?> job) {
        synchronized (KNOWN) {
            SoftReference<TrendIndex> known = KNOWN.get(job);
            TrendIndex index = known == null ? null : known.get();
            return index == null ? read(job) : index;
        }
    }

    /** Takes a build that has one more scan. */
    static void record(Run<?, ?> run) {
        ScannedBuild.of(run).ifPresent(build -> change(run.getParent(), index -> index.with(List.of(build))));
    }

    /** Forgets a build that is gone. */
    static void forget(Run<?, ?> run) {
        int number = run.getNumber();
        if (of(run.getParent()).builds().stream().anyMatch(build -> build.number() == number)) {
            change(run.getParent(), index -> index.without(number));
        }
    }

    private static TrendIndex read(Job<?, ?> job) {
        try {
            return keep(job, file(job).read());
        } catch (IOException unreadable) {
            // That there is no file is usual: most jobs scan nothing.
            Level level = unreadable instanceof NoSuchFileException ? Level.FINE : Level.WARNING;
            LOGGER.log(level, unreadable::toString);
            Timer.get().execute(() -> rebuild(job));
            return keep(job, TrendIndex.EMPTY);
        }
    }

    private static void rebuild(Job<?, ?> job) {
        try {
            TrendIndex found = ReadBuilds.of(job);
            // What was recorded in the meantime is newer than what was found.
            change(job, index -> found.with(index.builds()));
        } catch (IOException unreadable) {
            LOGGER.log(
                    Level.WARNING,
                    unreadable,
                    () -> "Could not look for scanned builds of " + job.getFullName()
                            + ". Its trend begins with the next scan.");
        }
    }

    private static void change(Job<?, ?> job, UnaryOperator<TrendIndex> change) {
        synchronized (KNOWN) {
            TrendIndex index = keep(job, change.apply(of(job)));
            try {
                if (index.builds().isEmpty()) {
                    file(job).delete();
                } else {
                    file(job).write(index);
                }
            } catch (IOException failed) {
                LOGGER.log(
                        Level.WARNING,
                        failed,
                        () -> "Could not save the trend of " + job.getFullName()
                                + ". It is shown until Jenkins stops, and then as it was saved last.");
            }
        }
    }

    private static TrendIndex keep(Job<?, ?> job, TrendIndex index) {
        KNOWN.put(job, new SoftReference<>(index));
        return index;
    }

    private static TrendFile file(Job<?, ?> job) {
        return new TrendFile(job.getRootDir().toPath());
    }
}
