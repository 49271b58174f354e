package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.incident.Failure;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** G5: nothing is started in or into a time in which people work on it. */
final class NoPause {
    private NoPause() {}

    static GuardVerdict judge(ResubmissionCase it) {
        for (Pause each : it.pauses()) {
            if (covers(each, it) && each.activeAt(it.now())) {
                return Guard.NO_PAUSE.refuses(each.kind() + " " + words(each) + " holds now.");
            }
        }
        for (Pause each : it.settings().freezes()) {
            if (covers(each, it) && each.activeAt(it.now())) {
                return Guard.NO_PAUSE.refuses("The freeze " + words(each) + " holds now.");
            }
        }
        Instant end = it.now().plus(it.takes());
        for (Pause each : it.pauses()) {
            if (each.kind() == Pause.Kind.MAINTENANCE && covers(each, it) && beginsBefore(each, it.now(), end)) {
                return Guard.NO_PAUSE.refuses(
                        "It would run until about " + end + ", and so into the maintenance " + words(each) + ".");
            }
        }
        return Guard.NO_PAUSE.passes("No maintenance, mute or freeze holds.");
    }

    private static String words(Pause pause) {
        return "'" + pause.id() + "' (" + pause.who() + ": " + pause.why() + ")";
    }

    private static boolean beginsBefore(Pause pause, Instant now, Instant end) {
        if (pause.schedule() == null) {
            return pause.from().isBefore(end) && now.isBefore(pause.until());
        }
        Instant after = now.isBefore(pause.from()) ? pause.from().minusNanos(1) : now;
        return pause.schedule()
                .next(after)
                .filter(begin -> begin.isBefore(end) && begin.isBefore(pause.until()))
                .isPresent();
    }

    /** People name zones, and sources number them. */
    private static boolean covers(Pause pause, ResubmissionCase it) {
        return pause.scope().covers(failure(it, it.zoneId()))
                || (!it.zoneName().isEmpty() && pause.scope().covers(failure(it, it.zoneName())));
    }

    private static Failure failure(ResubmissionCase it, @Nullable String zone) {
        Monitor monitor = it.standing().monitor();
        return new Failure(
                monitor.id() + "/" + it.standing().subjectId(),
                monitor.id(),
                monitor.source(),
                it.standing().subjectName(),
                "",
                it.now(),
                "",
                "",
                zone,
                monitor.care(),
                it.standing().lastSuccess(),
                monitor.tags());
    }
}
