package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.compliance.Selector;
import io.jenkins.plugins.qualysfargate.engine.compliance.Timing;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.util.List;
import java.util.stream.Stream;

/** Reads monitors. */
final class MonitorReader {
    private static final List<String> KEYS = Stream.concat(
                    Stream.of("id", "source", "select"), TemplateReader.KEYS.stream())
            .toList();

    private final Ids<SourceSettings> sources;
    private final TemplateReader templates;
    private final SelectorReader selectors;
    private final TimingReader timings;
    private final CareReader care;

    MonitorReader(
            Ids<SourceSettings> sources,
            TemplateReader templates,
            SelectorReader selectors,
            TimingReader timings,
            CareReader care) {
        this.sources = sources;
        this.templates = templates;
        this.selectors = selectors;
        this.timings = timings;
        this.care = care;
    }

    void read(Value item, Template defaults, Ids<Monitor> into) {
        Section section = item.section(KEYS);
        if (section == null) {
            return;
        }
        String id = into.claim(section, Forms.ID);
        if (!section.has("source")) {
            section.missing("source", "is missing: it is the id of a source");
        }
        String source = section.optional("source", sources::use);
        Selector selector = selectors.read(section);
        Template read = templates.read(section, defaults);
        Template own = read.with(care.resolved(read.care(), section, "escalation"));
        SourceSettings from = source == null ? null : sources.get(source);
        Timing timing = id == null || from == null ? null : timings.read(section, own, id, from.options());
        if (id != null && source != null && selector != null && timing != null) {
            into.put(id, monitor(id, source, selector, timing, own));
        }
    }

    private static Monitor monitor(String id, String source, Selector selector, Timing timing, Template own) {
        return new Monitor(
                id,
                source,
                selector,
                timing,
                own.windows(),
                own.thresholds(),
                own.care(),
                own.since(),
                own.tags(),
                own.enabled(),
                own.huge(),
                own.nameRule());
    }
}
