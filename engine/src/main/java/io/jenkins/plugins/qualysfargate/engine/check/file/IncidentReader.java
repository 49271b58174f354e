package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.Grouping;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentPolicy;
import io.jenkins.plugins.qualysfargate.engine.incident.Wording;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads how incidents are made of failures. */
final class IncidentReader {
    static final List<String> KEYS = List.of(
            "instance", "group-by", "title", "title-at-risk", "re-alert", "keep-open", "longest-acknowledgement");
    private static final String INSTANCE = "qualys-fargate";
    private static final Duration LONGEST = Duration.ofDays(60);

    private IncidentReader() {}

    static IncidentPolicy read(@Nullable Section section, List<SourceSettings> sources) {
        Map<String, String> kinds = new TreeMap<>();
        sources.forEach(each -> kinds.put(each.id(), each.kind()));
        Wording wording = Wording.ofTheRunbook(kinds);
        IncidentPolicy absent = IncidentPolicy.standard(INSTANCE, wording);
        if (section == null) {
            return absent;
        }
        List<Grouping> groups = section.all("group-by", it -> it.choice(Forms.words(Grouping.values())));
        return new IncidentPolicy(
                section.read("instance", it -> it.text(Forms.ID), absent.instance()),
                groups.isEmpty() ? absent.grouping() : Set.copyOf(groups),
                section.read("re-alert", it -> it.duration(Duration.ofMinutes(5), LONGEST), absent.reAlert()),
                section.read("keep-open", it -> it.duration(Duration.ZERO, Duration.ofDays(7)), absent.keepOpen()),
                section.read(
                        "longest-acknowledgement",
                        it -> it.duration(Duration.ofMinutes(5), LONGEST),
                        absent.longestAck()),
                absent.flap(),
                absent.clock(),
                new Wording(
                        section.read("title", it -> it.text(Forms.TITLE), wording.title()),
                        section.read("title-at-risk", it -> it.text(Forms.TITLE), wording.atRisk()),
                        kinds));
    }
}
