package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** G3: what is started by hand must be over before the next scan of the zone begins by itself. */
final class BeforeNextDue {
    private BeforeNextDue() {}

    static GuardVerdict judge(ResubmissionCase it, SourcePicture picture) {
        if (!picture.zoned()) {
            return Guard.BEFORE_NEXT_DUE.passes("This source has no schedules that it could get in the way of.");
        }
        Instant end = it.now().plus(it.takes()).plus(it.rules().margin());
        DueScan first = null;
        List<String> unclear = new ArrayList<>();
        for (DueScan each : picture.due()) {
            if (!it.conflicts(each.subjectId(), each.zoneId())) {
                continue;
            }
            if (each.unclear() != null) {
                unclear.add("'" + each.name() + "': " + each.unclear());
            }
            if (each.next() != null
                    && (first == null || first.next() == null || each.next().isBefore(first.next()))) {
                first = each;
            }
        }
        String takes = "It takes about " + hours(it.takes()) + " and would be over by " + end + " with "
                + it.rules().margin().toMinutes() + " minutes to spare";
        if (first != null && first.next() != null && !end.isBefore(first.next())) {
            return Guard.BEFORE_NEXT_DUE.refuses(
                    takes + "; but '" + first.name() + "' is due " + first.next() + " in " + it.zoneWords() + ".");
        }
        if (!unclear.isEmpty()) {
            return Guard.BEFORE_NEXT_DUE.asks(takes + "; but nobody knows when these are due: "
                    + unclear.stream().limit(3).collect(Collectors.joining("; ")));
        }
        return Guard.BEFORE_NEXT_DUE.passes(takes + "; "
                + (first == null
                        ? "nothing is due in " + it.zoneWords() + "."
                        : "'" + first.name() + "' is due " + first.next() + "."));
    }

    private static String hours(Duration length) {
        return length.toHours() + "h " + length.toMinutesPart() + "m";
    }
}
