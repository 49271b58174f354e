package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one subject of one monitor.
 *
 * @param subjectId empty for what concerns the monitor as a whole
 * @param owedFrom nothing that was due earlier is owed
 * @param scheduleHash empty if there is no schedule
 * @param settledUpTo every occurrence that was due earlier is settled
 * @param record what those that are settled add up to
 * @param runs that open occurrences are judged by, as they were seen last
 * @param progress of the run that is active; null if there is none
 * @param goneSince since when its source does not name it any more; null if it does
 * @param health of what has a condition, or is wrong with the monitor itself; null for neither
 */
public record Track(
        String monitorId,
        String subjectId,
        String subjectName,
        @Nullable String zoneId,
        Instant owedFrom,
        String scheduleHash,
        Instant settledUpTo,
        TrackRecord record,
        List<Run> runs,
        @Nullable Progress progress,
        @Nullable Instant goneSince,
        @Nullable Health health) {
    public Track {
        runs = List.copyOf(runs);
    }

    /** Stands where a schedule's hash would, in what concerns the monitor and not one of its due times. */
    public static final String OF_MONITOR = "monitor";

    /** Of a subject that is seen for the first time. */
    public static Track first(String monitorId, Subject subject, Instant owedFrom, String scheduleHash) {
        return new Track(
                monitorId,
                subject.id(),
                subject.name(),
                subject.zoneId(),
                owedFrom,
                scheduleHash,
                owedFrom,
                TrackRecord.EMPTY,
                List.of(),
                null,
                null,
                null);
    }

    public TrackKey key() {
        return new TrackKey(monitorId, subjectId);
    }

    /** True if it ever had a due time, or anything came of one. */
    boolean used() {
        return record.latest() != null || !scheduleHash.isEmpty();
    }

    Track settled(Instant upTo, TrackRecord sum) {
        return new Track(
                monitorId,
                subjectId,
                subjectName,
                zoneId,
                owedFrom,
                scheduleHash,
                upTo,
                sum,
                runs,
                progress,
                goneSince,
                health);
    }

    Track with(List<Run> openRuns, @Nullable Progress other) {
        return new Track(
                monitorId,
                subjectId,
                subjectName,
                zoneId,
                owedFrom,
                scheduleHash,
                settledUpTo,
                record,
                openRuns,
                other,
                goneSince,
                health);
    }

    Track with(@Nullable Health other) {
        return new Track(
                monitorId,
                subjectId,
                subjectName,
                zoneId,
                owedFrom,
                scheduleHash,
                settledUpTo,
                record,
                runs,
                progress,
                goneSince,
                other);
    }

    /** The same subject by another name or in another zone; not gone. */
    Track seenAs(Subject subject) {
        return new Track(
                monitorId,
                subjectId,
                subject.name(),
                subject.zoneId(),
                owedFrom,
                scheduleHash,
                settledUpTo,
                record,
                runs,
                progress,
                null,
                health);
    }

    Track gone(Instant since) {
        return new Track(
                monitorId,
                subjectId,
                subjectName,
                zoneId,
                owedFrom,
                scheduleHash,
                settledUpTo,
                record,
                runs,
                progress,
                goneSince == null ? since : goneSince,
                health);
    }

    /** With another schedule, which owes nothing that was due before then. */
    Track rescheduled(String otherHash, Instant from) {
        return new Track(
                monitorId,
                subjectId,
                subjectName,
                zoneId,
                from,
                otherHash,
                from,
                record,
                runs,
                progress,
                goneSince,
                health);
    }
}
