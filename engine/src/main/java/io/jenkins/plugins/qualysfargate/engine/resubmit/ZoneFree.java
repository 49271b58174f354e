package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** G1: runs in one zone slow each other down, and nobody knows where a run without a zone is. */
final class ZoneFree {
    private static final int MOST_NAMED = 5;

    private ZoneFree() {}

    static GuardVerdict judge(ResubmissionCase it, SourcePicture picture) {
        List<String> busy = new ArrayList<>();
        List<String> shown = picture.active().stream().map(ActiveRun::runId).toList();
        for (ActiveRun each : picture.active()) {
            if (it.conflicts(each.subjectId(), each.zoneId())) {
                busy.add(words(each));
            }
        }
        for (MakeUpAttempt each : it.active()) {
            boolean listed = each.runId() != null && shown.contains(each.runId());
            if (!listed && it.conflicts(each.subjectId(), each.zoneId())) {
                busy.add("a make-up run of '" + each.subjectName() + "' that was asked for at " + each.askedAt() + " ("
                        + each.state() + ")");
            }
        }
        if (busy.isEmpty()) {
            return Guard.ZONE_FREE.passes(
                    picture.zoned()
                            ? "Nothing is queued, running or paused in " + it.zoneWords() + "."
                            : "This source has no zones, and no other attempt is under way.");
        }
        String more = busy.size() > MOST_NAMED ? " and " + (busy.size() - MOST_NAMED) + " more" : "";
        return Guard.ZONE_FREE.refuses("It would run in " + it.zoneWords() + " together with "
                + busy.stream().limit(MOST_NAMED).collect(Collectors.joining("; ")) + more + ".");
    }

    private static String words(ActiveRun run) {
        return "run " + run.runId() + " of '" + run.name() + "' (" + run.word() + ", "
                + (run.zoneId() == null ? "which may be in any zone" : "zone " + run.zoneId()) + ")";
    }
}
