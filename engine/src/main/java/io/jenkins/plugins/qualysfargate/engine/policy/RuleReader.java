package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the parts of a policy file, each of them with its default where it is absent. */
final class RuleReader {
    private static final List<String> LIMIT_KEYS =
            List.of("critical", "high", "medium", "low", "informational", "total");
    private static final List<String> TARGET_KEYS = List.of("cves", "qids", "rules", "packages");
    private static final String MAX = "max";

    private final Section root;

    RuleReader(Section root) {
        this.root = root;
    }

    /** The limits of the file: no critical finding is tolerated unless it says so in so many words. */
    Limits limits() {
        return limits(root, "limits", Limit.NONE);
    }

    private static Limits limits(@Nullable Section parent, String key, Limit absentCritical) {
        Section section = parent == null ? null : parent.section(key, LIMIT_KEYS);
        EnumMap<Severity, Limit> bySeverity = new EnumMap<>(Severity.class);
        bySeverity.put(Severity.CRITICAL, absentCritical);
        if (section == null) {
            return new Limits(bySeverity, Limit.UNLIMITED);
        }
        Forms.SEVERITIES.forEach((word, severity) -> bySeverity.put(
                severity, section.read(word, Forms::limit, bySeverity.getOrDefault(severity, Limit.UNLIMITED))));
        return new Limits(bySeverity, section.read("total", Forms::limit, Limit.UNLIMITED));
    }

    SecretRule secrets() {
        Section section = root.section("secrets", List.of(MAX, "minimumSeverity"));
        return section == null
                ? SecretRule.NONE
                : new SecretRule(
                        section.read(MAX, Forms::limit, Limit.NONE),
                        section.read(
                                "minimumSeverity", value -> value.choice(Forms.SEVERITIES), Severity.INFORMATIONAL));
    }

    Limit malware() {
        Section section = root.section("malware", List.of(MAX));
        return section == null ? Limit.NONE : section.read(MAX, Forms::limit, Limit.NONE);
    }

    Targets targets(String key) {
        Section section = root.section(key, TARGET_KEYS);
        if (section == null) {
            return Targets.NONE;
        }
        Set<String> rules = new HashSet<>(section.all("qids", value -> value.textOrCount(Forms.QID)));
        rules.addAll(section.all("rules", value -> value.textOrCount(Forms.RULE)));
        return new Targets(
                Set.copyOf(section.all("cves", value -> value.text(Forms.CVE))),
                rules,
                Set.copyOf(section.all("packages", value -> glob(value, Forms.NAME_GLOB))));
    }

    private static @Nullable Glob glob(Value value, TextForm form) {
        String text = value.text(form);
        return text == null ? null : new Glob(text);
    }

    Scope scope() {
        Map<String, Boolean> counts = words("count", "ignore");
        return new Scope(
                root.read("fixableOnly", value -> value.flag(true, false), false),
                root.read("suppressed", value -> value.choice(counts), true),
                root.read("potential", value -> value.choice(counts), true));
    }

    Scores scores() {
        return new Scores(score("qds", 100), score("cvss", 10));
    }

    private @Nullable ScoreLimit score(String key, double highest) {
        Section section = root.section(key, List.of(MAX, "unscored"));
        if (section == null) {
            return null;
        }
        boolean required = section.read("unscored", value -> value.choice(words("indeterminate", "ignore")), true);
        Double max = requiredNumber(section, highest);
        return max == null ? null : new ScoreLimit(max, required);
    }

    private static @Nullable Double requiredNumber(Section section, double highest) {
        Value value = section.value(MAX);
        if (value == null) {
            section.missing(MAX, "is missing: it is a number from 0 to " + Wording.number(highest));
            return null;
        }
        return value.number(highest);
    }

    ThreatRules threats() {
        boolean kev = root.read("kev", value -> value.choice(words("deny", "ignore")), false);
        Section epss = root.section("epss", List.of(MAX));
        Section feeds = root.section("feeds", List.of("maxAge"));
        Duration age = feeds == null
                ? ThreatRules.DEFAULT_MAX_AGE
                : feeds.read("maxAge", Value::time, ThreatRules.DEFAULT_MAX_AGE);
        return new ThreatRules(kev, epss == null ? null : requiredNumber(epss, 1), age);
    }

    Grace grace() {
        Section section = root.section("grace", Forms.SEVERITY_KEYS);
        EnumMap<Severity, Duration> times = new EnumMap<>(Severity.class);
        if (section != null) {
            Forms.SEVERITIES.forEach(
                    (word, severity) -> times.put(severity, section.read(word, Value::time, Duration.ZERO)));
        }
        return new Grace(times);
    }

    NewFindings newFindings() {
        Section section = root.section("newFindings", List.of("introduced", "disclosed"));
        return new NewFindings(
                limits(section, "introduced", Limit.UNLIMITED), limits(section, "disclosed", Limit.UNLIMITED));
    }

    boolean baselineRequired() {
        return root.read("baseline", value -> value.choice(words("required", "optional")), false);
    }

    Set<ScanType> requiredScanTypes() {
        Map<String, ScanType> words = new LinkedHashMap<>();
        Arrays.stream(ScanType.values()).forEach(type -> words.put(type.word(), type));
        return Set.copyOf(root.all("requireScanTypes", value -> value.choice(words)));
    }

    Set<Severity> unknownCountsAs() {
        return Set.of(root.read("unknownSeverity", value -> value.choice(Forms.SEVERITIES), Severity.CRITICAL));
    }

    /** Whether, as a floor, the policy lets local exceptions stand. */
    boolean localExceptions() {
        return root.read("localExceptions", value -> value.choice(words("allow", "deny")), false);
    }

    private static Map<String, Boolean> words(String yes, String no) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put(yes, true);
        words.put(no, false);
        return words;
    }
}
