package io.jenkins.plugins.qualysfargate.engine.check.file;

import com.google.re2j.Pattern;
import io.jenkins.plugins.qualysfargate.engine.compliance.Thresholds;
import io.jenkins.plugins.qualysfargate.engine.compliance.Windows;
import io.jenkins.plugins.qualysfargate.engine.schedule.DstPolicy;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what monitors and the defaults of the file have in common. */
final class TemplateReader {
    /** What the defaults may say. */
    static final List<String> KEYS = Stream.of(
                    Stream.of("schedule", "dst", "windows"),
                    Stream.of("min-coverage", "baseline-runs", "fail-after", "recover-after"),
                    CareReader.KEYS.stream(),
                    CareReader.MONITOR_KEYS.stream(),
                    Stream.of("since", "tags", "enabled", "huge", "name-must"))
            .flatMap(each -> each)
            .toList();

    private static final int MOST_RUNS = 1_000;

    private final ZoneId zone;
    private final CareReader care;
    private final Patterns patterns;

    TemplateReader(ZoneId zone, CareReader care, Patterns patterns) {
        this.zone = zone;
        this.care = care;
        this.patterns = patterns;
    }

    Template read(Section section, Template absent) {
        Value schedule = section.value("schedule");
        Instant since = section.optional("since", it -> Moments.instant(it, zone));
        Pattern nameRule = section.optional("name-must", patterns::read);
        return new Template(
                schedule == null ? absent.schedule() : schedule,
                section.<DstPolicy>read("dst", it -> it.choice(Forms.DST_POLICIES), absent.dst()),
                windows(section, absent.windows()),
                thresholds(section, absent.thresholds()),
                care.readAll(section, absent.care()),
                since == null ? absent.since() : since,
                section.has("tags") ? Set.copyOf(section.all("tags", it -> it.text(Forms.NAME))) : absent.tags(),
                section.read("enabled", Forms::flag, absent.enabled()),
                section.read("huge", Forms::flag, absent.huge()),
                nameRule == null ? absent.nameRule() : nameRule);
    }

    private static Windows windows(Section section, Windows absent) {
        Section windows = section.section("windows", WindowsReader.KEYS);
        return windows == null ? absent : WindowsReader.read(windows, absent);
    }

    private static Thresholds thresholds(Section section, Thresholds absent) {
        @Nullable Double coverage = section.optional("min-coverage", it -> it.number(1));
        return new Thresholds(
                section.read("fail-after", it -> it.count(1, MOST_RUNS), absent.fail()),
                section.read("recover-after", it -> it.count(1, MOST_RUNS), absent.recover()),
                coverage == null ? absent.minCoverage() : coverage,
                section.read("baseline-runs", it -> it.count(1, MOST_RUNS), absent.baselineRuns()));
    }
}
