package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads what only one type of source has. */
final class SourceOptionsReader {
    private static final Map<String, Integer> VERSIONS = new TreeMap<>(Map.of("v1", 1, "v2", 2));
    private static final List<String> ZONE_KEYS = List.of("name", "scanners", "other-team", "covers", "scans");
    // Plugins and feeds come daily; Anchore's, every six hours (twice that is late).
    private static final Duration PLUGINS = Duration.ofDays(3);
    private static final Duration FEEDS = Duration.ofHours(12);
    private static final Duration SCANS = Duration.ofDays(7);
    private static final Duration LONGEST = Duration.ofDays(400);

    private SourceOptionsReader() {}

    static SourceOptions read(Section section, SourceType type) {
        return switch (type) {
            case TENABLE_SC -> new SourceOptions.Tenable(zones(section), age(section, "feed-max-age", PLUGINS));
            case ANCHORE ->
                new SourceOptions.Anchore(
                        section.read("api", it -> it.choice(VERSIONS), 2),
                        section.optional("account", it -> it.text(Forms.NAME)),
                        age(section, "feed-max-age", FEEDS),
                        section.read("evaluate", Forms::flag, false));
            case GUARDDUTY -> new SourceOptions.GuardDuty(place(section));
            case QUALYS_REGISTRY -> new SourceOptions.QualysRegistry(age(section, "max-age", SCANS));
            case IMAGES ->
                new SourceOptions.Images(
                        place(section),
                        section.all("repositories", Forms::pattern),
                        section.read("running", Forms::flag, true),
                        age(section, "max-age", SCANS));
        };
    }

    private static Duration age(Section section, String key, Duration absent) {
        return section.read(key, it -> it.duration(Duration.ofHours(1), LONGEST), absent);
    }

    private static SourceOptions.AwsPlace place(Section section) {
        if (!section.has("regions")) {
            section.missing("regions", "is missing: it is a list of regions of AWS, such as [eu-central-1]");
        }
        if (section.has("external-id") && !section.has("role")) {
            section.refuse("external-id", "is only for a role; add role, or leave it out");
        }
        return new SourceOptions.AwsPlace(
                section.all("regions", it -> it.text(Forms.REGION)).stream()
                        .distinct()
                        .toList(),
                section.optional("role", it -> it.text(Forms.ROLE)),
                section.optional("external-id", it -> it.text(Forms.EXTERNAL_ID)));
    }

    private static List<ScanZone> zones(Section section) {
        Set<String> names = new HashSet<>();
        return section.all("zones", item -> zone(item, names));
    }

    private static @Nullable ScanZone zone(Value item, Set<String> names) {
        Section section = item.section(ZONE_KEYS);
        if (section == null) {
            return null;
        }
        String name = section.required("name", Forms.NAME);
        if (name != null && !names.add(name)) {
            section.refuse("name", "is the name of an earlier zone too; keep one of them");
        }
        if (section.has("scanners") == section.has("other-team")) {
            section.refuse(
                    "must have either scanners, if they are your own, or other-team, if somebody else runs them");
        }
        return new ScanZone(
                name == null ? "" : name,
                section.all("scanners", it -> it.text(Forms.NAME)),
                section.optional("other-team", it -> it.text(TextForm.SENTENCE)),
                section.read("covers", it -> it.text(TextForm.SENTENCE), ""),
                section.all("scans", Forms::pattern));
    }
}
