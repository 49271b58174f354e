package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what may be started again, and how often. */
final class ResubmissionReader {
    static final List<String> KEYS = List.of(
            "enabled",
            "dry-run",
            "attempts-per-occurrence",
            "attempts-per-day",
            "cool-down",
            "concurrency",
            "huge-needs-approval",
            "freezes");
    private static final int MOST_ATTEMPTS = 10;
    private static final int MOST_AT_ONCE = 20;

    private ResubmissionReader() {}

    static ResubmissionSettings read(@Nullable Section section, PauseReader pauses) {
        ResubmissionSettings absent = ResubmissionSettings.DEFAULT;
        if (section == null) {
            return absent;
        }
        Ids<Pause> freezes = new Ids<>("freeze");
        for (Value each : section.items("freezes")) {
            pauses.read(each, true, freezes);
        }
        return new ResubmissionSettings(
                section.read("enabled", Forms::flag, absent.enabled()),
                section.read("dry-run", Forms::flag, absent.dryRun()),
                section.read(
                        "attempts-per-occurrence", it -> it.count(1, MOST_ATTEMPTS), absent.attemptsPerOccurrence()),
                section.read("attempts-per-day", it -> it.count(1, MOST_ATTEMPTS), absent.attemptsPerDay()),
                section.read(
                        "cool-down", it -> it.duration(Duration.ofMinutes(1), Duration.ofDays(7)), absent.coolDown()),
                section.read("concurrency", it -> it.count(1, MOST_AT_ONCE), absent.concurrency()),
                section.read("huge-needs-approval", Forms::flag, absent.hugeNeedsApproval()),
                freezes.all());
    }
}
