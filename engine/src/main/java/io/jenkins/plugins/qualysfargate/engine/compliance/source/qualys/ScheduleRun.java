package io.jenkins.plugins.qualysfargate.engine.compliance.source.qualys;

import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Reach;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a run of the last job of a schedule; its words are those of the model of API v1.1, and "Unknown" of the documentation. */
final class ScheduleRun {
    private ScheduleRun() {}

    /** Empty if it has not run yet. */
    static Optional<Run> of(RegistrySchedule schedule) {
        RegistrySchedule.Moments jobs = schedule.jobs();
        RunState word = state(schedule.status());
        // Until a new job begins, Qualys tells the dates of the one before.
        boolean old = word.active() && ended(jobs);
        Instant created = old ? since(jobs) : created(schedule);
        boolean never = schedule.status().equalsIgnoreCase("Created") && jobs.started() == null;
        if (never || created == null) {
            return Optional.empty();
        }
        Instant finished = word.active() ? null : jobs.completed();
        String doubt = doubt(word, created, finished);
        RunState state = doubt.isEmpty() ? word : RunState.UNRECOGNISED;
        String errors = String.join("; ", schedule.errors());
        return Optional.of(new Run(
                schedule.uuid() + "@" + created.toEpochMilli(),
                schedule.uuid(),
                created,
                old ? null : jobs.started(),
                finished,
                state,
                ImportState.NOT_NEEDED,
                state == RunState.COMPLETED ? Reach.WHOLE : old ? Reach.UNSAID : progress(jobs),
                null,
                schedule.status(),
                doubt.isEmpty() ? errors : errors.isEmpty() ? doubt : doubt + " " + errors));
    }

    private static boolean ended(RegistrySchedule.Moments jobs) {
        return jobs.completed() != null
                && jobs.started() != null
                && !jobs.completed().isBefore(jobs.started());
    }

    private static @Nullable Instant since(RegistrySchedule.Moments jobs) {
        Instant updated = jobs.updated();
        Instant completed = jobs.completed();
        return updated != null && completed != null && updated.isAfter(completed) ? updated : completed;
    }

    /** A job that has begun counts from then; one that waits or failed before that from the last change that is told. */
    private static @Nullable Instant created(RegistrySchedule schedule) {
        RegistrySchedule.Moments jobs = schedule.jobs();
        if (jobs.started() != null) {
            return jobs.started();
        }
        return jobs.updated() == null ? jobs.created() : jobs.updated();
    }

    /** An end that is missing or lies before the beginning is that of an earlier job. */
    private static String doubt(RunState state, Instant created, @Nullable Instant finished) {
        if (state != RunState.COMPLETED) {
            return "";
        }
        if (finished == null) {
            return "Qualys says that it ended, and not when.";
        }
        return finished.isBefore(created) ? "Qualys says that it ended at " + finished + ", before it began." : "";
    }

    /** Grows with each step that the job takes, whatever they are. */
    private static Reach progress(RegistrySchedule.Moments jobs) {
        Instant latest = jobs.latest();
        return latest == null ? Reach.UNSAID : new Reach(null, null, latest.toEpochMilli());
    }

    static RunState state(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (List.of("finished", "completed").contains(lower)) {
            return RunState.COMPLETED;
        }
        return switch (lower) {
            case "created", "queued", "baselinecreated", "baselinequeued" -> RunState.QUEUED;
            // After its baseline a job goes on.
            case "running", "baselinerunning", "baselinecompleted" -> RunState.RUNNING;
            case "paused" -> RunState.PAUSED;
            case "error", "failed" -> RunState.FAILED;
            case "canceled", "cancelled" -> RunState.STOPPED;
            default -> RunState.UNRECOGNISED;
        };
    }
}
