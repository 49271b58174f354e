package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.Excuse;
import io.jenkins.plugins.qualysfargate.engine.compliance.Judgement;
import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.incident.Failure;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts standings into the words of incidents. */
final class Failures {
    private Failures() {}

    /** What people are to hear of. */
    static List<Failure> of(List<Standing> standings, ZoneNames zones) {
        return standings.stream()
                .filter(each -> each.alarmed() && each.trouble() != null)
                .map(each -> of(each, zones))
                .toList();
    }

    private static Failure of(Standing standing, ZoneNames zones) {
        Judgement judgement = judgement(standing);
        Monitor monitor = standing.monitor();
        Instant since = standing.troubleSince();
        return new Failure(
                monitor.id() + "/" + standing.subjectId(),
                monitor.id(),
                monitor.source(),
                standing.subjectName(),
                judgement.state().name(),
                since == null ? judgement.since() : since,
                judgement.reason(),
                judgement.howToFix(),
                zones.name(monitor.source(), standing.zoneId()),
                monitor.care(),
                standing.lastSuccess(),
                monitor.tags());
    }

    private static Judgement judgement(Standing standing) {
        if (standing.trouble() == null) {
            throw new IllegalArgumentException(standing.key() + " is in no trouble");
        }
        return standing.trouble().now();
    }

    /** Excuses what the maintenance windows among these cover. */
    static Excuse excuse(List<Pause> pauses) {
        List<Pause> windows = pauses.stream()
                .filter(each -> each.kind() == Pause.Kind.MAINTENANCE)
                .toList();
        return windows.isEmpty() ? Excuse.NONE : (monitor, name, zone, at) -> excuse(windows, monitor, name, zone, at);
    }

    private static @Nullable String excuse(
            List<Pause> windows, Monitor monitor, String name, @Nullable String zone, Instant at) {
        Failure asked = new Failure(
                monitor.id(),
                monitor.id(),
                monitor.source(),
                name,
                "",
                at,
                "",
                "",
                zone,
                monitor.care(),
                null,
                monitor.tags());
        return windows.stream()
                .filter(each -> each.activeAt(at) && each.scope().covers(asked))
                .findFirst()
                .map(each -> "Maintenance " + each.id() + " (" + each.who() + "): " + each.why())
                .orElse(null);
    }
}
