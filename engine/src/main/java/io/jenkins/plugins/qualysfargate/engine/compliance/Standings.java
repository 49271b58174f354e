package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Puts into one word how a subject stands. */
final class Standings {
    private Standings() {}

    /** @param sum of all occurrences, the open ones included */
    static Standing of(Monitor monitor, Track track, TrackRecord sum, @Nullable Instant nextDue) {
        return new Standing(
                monitor,
                track.subjectId(),
                track.subjectName(),
                track.zoneId(),
                state(monitor, sum),
                sum.latest(),
                sum.trouble(),
                sum.troubleSince(),
                sum.streak().alarmed() && monitor.enabled(),
                sum.lastSuccess(),
                nextDue);
    }

    /** Of a subject that owes nothing for now. */
    static Standing resting(Monitor monitor, Track track, String reason, Instant since) {
        Judgement judgement = new Judgement(OccurrenceState.NOT_APPLICABLE, since, reason, "", null);
        OccurrenceKey key = new OccurrenceKey(track.monitorId(), track.subjectId(), since, track.scheduleHash());
        return new Standing(
                monitor,
                track.subjectId(),
                track.subjectName(),
                track.zoneId(),
                MonitorState.PAUSED,
                new Occurrence(key, track.subjectName(), judgement, null, null, true),
                null,
                null,
                false,
                track.record().lastSuccess(),
                null);
    }

    private static MonitorState state(Monitor monitor, TrackRecord sum) {
        OccurrenceState newest =
                sum.latest() == null ? null : sum.latest().now().state();
        if (!monitor.enabled() || newest == OccurrenceState.NOT_APPLICABLE) {
            return MonitorState.PAUSED;
        }
        Occurrence trouble = sum.trouble();
        if (trouble != null) {
            return inTrouble(trouble.now().state(), sum.streak().alarmed());
        }
        if (newest == OccurrenceState.RUNNING || newest == OccurrenceState.RUNNING_LATE) {
            return MonitorState.RUNNING;
        }
        return newest == null ? MonitorState.NEW : MonitorState.UP;
    }

    private static MonitorState inTrouble(OccurrenceState state, boolean alarmed) {
        return switch (state) {
            case UNKNOWN, MISCONFIGURED -> MonitorState.UNKNOWN;
            case LATE -> MonitorState.LATE;
            case OVERRUN -> MonitorState.OVERRUN;
            default -> alarmed ? MonitorState.DOWN : MonitorState.DEGRADED;
        };
    }
}
