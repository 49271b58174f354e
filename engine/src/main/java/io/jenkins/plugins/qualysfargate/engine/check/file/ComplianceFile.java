package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.incident.Escalation;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.yaml.FileKind;
import io.jenkins.plugins.qualysfargate.engine.yaml.Problems;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlDocument;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Reads compliance files; nothing is checked by a file that is not wholly understood, and everything that is wrong is told at once. */
public final class ComplianceFile {
    private static final List<String> KEYS = List.of(
            "version",
            "time-zone",
            "sources",
            "channels",
            "escalations",
            "incidents",
            "maintenance",
            "resubmission",
            "defaults",
            "monitors");
    /** Ten thousand monitors have a quarter of this. */
    private static final FileKind KIND = new FileKind(
            "compliance check", 4 * 1024 * 1024, 10, "Choose scans by pattern or tag instead of one by one.");

    private static final String EMPTY =
            "is empty, and an empty file checks nothing. It needs version, sources and monitors";
    private static final int MOST_MONITORS = 50_000;
    private static final int MOST_PAUSES = 5_000;
    private static final int MOST_OTHERS = 500;

    private final Section root;
    private final ZoneId zone;
    private final Ids<ChannelSettings> channels = new Ids<>("channel");
    private final Ids<Escalation> escalations = new Ids<>("escalation");
    private final Ids<SourceSettings> sources = new Ids<>("source");
    private final Ids<Monitor> monitors = new Ids<>("monitor");
    private final Ids<Pause> maintenance = new Ids<>("maintenance window");

    private ComplianceFile(Section root) {
        this.root = root;
        zone = root.read("time-zone", ScheduleReader::zone, ZoneOffset.UTC);
    }

    /**
     * Reads a file from YAML or JSON text of at most four mebibytes.
     *
     * @param source the file as the user named it, for messages
     */
    public static ComplianceFileReading read(String source, String yamlText) {
        Problems problems = new Problems(KIND, source);
        Node root = YamlDocument.read(yamlText, EMPTY, problems);
        Section section = root == null ? null : Section.open(root, "", KEYS, problems);
        if (section == null) {
            return new ComplianceFileReading.Invalid(problems.list());
        }
        ComplianceFile file = new ComplianceFile(section);
        ComplianceSettings settings = file.settings();
        return problems.areNone()
                ? new ComplianceFileReading.Valid(settings, file.warnings(settings))
                : new ComplianceFileReading.Invalid(problems.list());
    }

    /** In this order, so that whatever is referred to has been read. */
    private ComplianceSettings settings() {
        version();
        items("channels", MOST_OTHERS).forEach(each -> ChannelReader.read(each, channels));
        EscalationReader tiers = new EscalationReader(channels, zone);
        items("escalations", MOST_OTHERS).forEach(each -> tiers.read(each, escalations));
        monitors();
        PauseReader pauses = new PauseReader(zone, sources);
        items("maintenance", MOST_PAUSES).forEach(item -> pauses.read(item, false, maintenance));
        return new ComplianceSettings(
                sources.all(),
                channels.all(),
                EscalationReader.orStandard(escalations.all(), channels.all()),
                IncidentReader.read(root.section("incidents", IncidentReader.KEYS), sources.all()),
                maintenance.all(),
                ResubmissionReader.read(root.section("resubmission", ResubmissionReader.KEYS), pauses),
                monitors.all());
    }

    private void monitors() {
        CareReader care = new CareReader(escalations);
        Patterns patterns = new Patterns();
        TemplateReader templates = new TemplateReader(zone, care, patterns);
        TimingReader timings = new TimingReader(new ScheduleReader(zone));
        Section section = root.section("defaults", TemplateReader.KEYS);
        Template defaults =
                section == null ? Template.STANDARD : timings.checked(templates.read(section, Template.STANDARD));
        SourceReader reader = new SourceReader(care, defaults.care());
        required("sources", MOST_OTHERS).forEach(each -> reader.read(each, sources));
        MonitorReader each = new MonitorReader(sources, templates, new SelectorReader(patterns), timings, care);
        required("monitors", MOST_MONITORS).forEach(item -> each.read(item, defaults, monitors));
    }

    private void version() {
        Value version = root.value("version");
        if (version == null) {
            root.missing("version", "is missing; this is version: 1");
            return;
        }
        Integer number = version.count(1, MOST_OTHERS);
        if (number != null && number != 1) {
            version.refuse("is a version that is not known here; write version: 1, or use a newer release");
        }
    }

    private List<Value> required(String key, int most) {
        if (!root.has(key)) {
            root.missing(key, "is missing: without " + key + " nothing is checked");
        }
        return items(key, most);
    }

    private List<Value> items(String key, int most) {
        List<Value> items = root.items(key);
        if (items.size() <= most) {
            return items;
        }
        items.get(most).refuse("is one more than the " + most + " that a file may have");
        return items.subList(0, most);
    }

    private List<String> warnings(ComplianceSettings settings) {
        return new Doubts(settings, channels, escalations, sources).all();
    }
}
