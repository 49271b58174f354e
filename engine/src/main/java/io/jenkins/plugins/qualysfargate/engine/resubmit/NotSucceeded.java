package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Occurrence;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** G2: only what failed is made up for, and only as long as nothing has made up for it. */
final class NotSucceeded {
    private NotSucceeded() {}

    static GuardVerdict judge(ResubmissionCase it, SourcePicture picture) {
        Occurrence trouble = it.trouble();
        if (trouble == null) {
            return Guard.NOT_SUCCEEDED.refuses(
                    "Nothing is wrong with '" + it.standing().subjectName() + "'.");
        }
        GuardVerdict newer = newer(it, trouble);
        if (newer != null) {
            return newer;
        }
        OccurrenceState state = trouble.now().state();
        return switch (state) {
            case MISSED, FAILED, PARTIAL, IMPORT_FAILED, EMPTY_SUSPECT, FAILED_AGAIN -> failed(it, picture, trouble);
            case UNKNOWN -> unknown(failed(it, picture, trouble));
            case STALLED ->
                picture.zoned()
                        ? Guard.NOT_SUCCEEDED.refuses("Its run is still there and does not get on: stop it first.")
                        : failed(it, picture, trouble);
            case LATE ->
                Guard.NOT_SUCCEEDED.refuses("It is late and not missed: it may still begin by itself. "
                        + trouble.now().reason());
            case OVERRUN, RECOVERING, RUNNING, RUNNING_LATE, IMPORT_PENDING ->
                Guard.NOT_SUCCEEDED.refuses("It is still in progress (" + state + "): wait for its end.");
            case MISCONFIGURED ->
                Guard.NOT_SUCCEEDED.refuses(
                        "No run can mend it: " + trouble.now().reason());
            case SCHEDULED, DUE, OK, OK_LATE, RECOVERED, EXCUSED, NOT_APPLICABLE ->
                Guard.NOT_SUCCEEDED.refuses("Nothing is to be made up for: it is " + state + ".");
        };
    }

    /** What its next time says, once that has come; null if that says nothing yet. */
    private static @Nullable GuardVerdict newer(ResubmissionCase it, Occurrence trouble) {
        Occurrence latest = it.standing().latest();
        if (latest == null || !latest.key().dueAt().isAfter(trouble.key().dueAt())) {
            return null;
        }
        OccurrenceState state = latest.now().state();
        return switch (state.kind()) {
            case GOOD ->
                Guard.NOT_SUCCEEDED.refuses(
                        "It has succeeded since: what was due " + latest.key().dueAt() + " is " + state + ".");
            case PENDING ->
                Guard.NOT_SUCCEEDED.refuses(
                        "Its next time has come: what is due " + latest.key().dueAt() + " is " + state + ".");
            case BAD, UNKNOWN, EXEMPT -> null;
        };
    }

    private static GuardVerdict unknown(GuardVerdict otherwise) {
        return otherwise.answer() == GuardVerdict.Answer.REFUSES
                ? otherwise
                : Guard.NOT_SUCCEEDED.asks("Nobody knows whether it ran: look at its source before it runs twice.");
    }

    private static GuardVerdict failed(ResubmissionCase it, SourcePicture picture, Occurrence trouble) {
        Instant after = judgedUntil(it, picture, trouble);
        for (Run each : picture.past()) {
            boolean newer = each.createdAt().isAfter(after);
            boolean good = each.state() == RunState.COMPLETED && each.imported() != ImportState.FAILED;
            if (newer && good) {
                return Guard.NOT_SUCCEEDED.refuses("Its run " + each.id() + " of " + each.createdAt()
                        + " has completed since (" + each.word() + "): wait until the check has judged it.");
            }
        }
        return it.standing().monitor().huge() ? huge(it, picture) : passes(trouble);
    }

    /** What was created earlier has been judged. */
    private static Instant judgedUntil(ResubmissionCase it, SourcePicture picture, Occurrence trouble) {
        Instant opens =
                trouble.key().dueAt().minus(it.standing().monitor().windows().early());
        return picture.past().stream()
                .filter(each -> each.id().equals(trouble.now().runId()))
                .map(Run::createdAt)
                .findFirst()
                .orElse(opens);
    }

    /** It takes a day and gets in the way of everything, so one day without it is the lesser evil. */
    private static GuardVerdict huge(ResubmissionCase it, SourcePicture picture) {
        Instant success = lastSuccess(it, picture);
        ZoneId zone = picture.definition() == null
                ? ZoneOffset.UTC
                : picture.definition().timeZone();
        if (success == null) {
            return Guard.NOT_SUCCEEDED.passes("No success of it is known, so it does not wait for its next time.");
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(success, zone), LocalDate.ofInstant(it.now(), zone));
        return days <= 1
                ? Guard.NOT_SUCCEEDED.refuses(
                        "It is huge and succeeded on the previous day, at " + success + ": leave it to its next time.")
                : Guard.NOT_SUCCEEDED.passes(
                        "It is huge, and its last success, at " + success + ", is " + days + " days ago.");
    }

    private static @Nullable Instant lastSuccess(ResubmissionCase it, SourcePicture picture) {
        Occurrence trouble = it.trouble();
        Stream<Instant> seen = picture.past().stream()
                .filter(each -> each.state() == RunState.COMPLETED && each.imported() == ImportState.FINISHED)
                .filter(each ->
                        trouble == null || !each.id().equals(trouble.now().runId()))
                .flatMap(each -> Stream.ofNullable(each.finishedAt()));
        return Stream.concat(seen, Stream.ofNullable(it.standing().lastSuccess()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static GuardVerdict passes(Occurrence trouble) {
        return Guard.NOT_SUCCEEDED.passes("What was due " + trouble.key().dueAt() + " is "
                + trouble.now().state() + ", and nothing has succeeded since.");
    }
}
