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
import java.util.function.Function;
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
                severity, read(section, word, Forms::limit, bySeverity.getOrDefault(severity, Limit.UNLIMITED))));
        return new Limits(bySeverity, read(section, "total", Forms::limit, Limit.UNLIMITED));
    }

    SecretRule secrets() {
        Section section = root.section("secrets", List.of(MAX, "minimumSeverity"));
        return section == null
                ? SecretRule.NONE
                : new SecretRule(
                        read(section, MAX, Forms::limit, Limit.NONE),
                        read(
                                section,
                                "minimumSeverity",
                                value -> value.choice(Forms.SEVERITIES),
                                Severity.INFORMATIONAL));
    }

    Limit malware() {
        Section section = root.section("malware", List.of(MAX));
        return section == null ? Limit.NONE : read(section, MAX, Forms::limit, Limit.NONE);
    }

    Targets targets(String key) {
        Section section = root.section(key, TARGET_KEYS);
        if (section == null) {
            return Targets.NONE;
        }
        Set<String> rules = new HashSet<>();
        collect(section, "qids", rules, value -> value.textOrCount(Forms.QID));
        collect(section, "rules", rules, value -> value.textOrCount(Forms.RULE));
        Set<String> cves = new HashSet<>();
        collect(section, "cves", cves, value -> value.text(Forms.CVE));
        Set<Glob> packages = new HashSet<>();
        collect(section, "packages", packages, value -> glob(value, Forms.NAME_GLOB));
        return new Targets(cves, rules, packages);
    }

    private static @Nullable Glob glob(Value value, TextForm form) {
        String text = value.text(form);
        return text == null ? null : new Glob(text);
    }

    private static <T> void collect(Section section, String key, Set<T> into, Function<Value, @Nullable T> kind) {
        for (Value each : section.items(key)) {
            T item = kind.apply(each);
            if (item != null) {
                into.add(item);
            }
        }
    }

    Scope scope() {
        Map<String, Boolean> counts = words("count", "ignore");
        return new Scope(
                read(root, "fixableOnly", value -> value.flag(true, false), false),
                read(root, "suppressed", value -> value.choice(counts), true),
                read(root, "potential", value -> value.choice(counts), true));
    }

    Scores scores() {
        return new Scores(score("qds", 100), score("cvss", 10));
    }

    private @Nullable ScoreLimit score(String key, double highest) {
        Section section = root.section(key, List.of(MAX, "unscored"));
        if (section == null) {
            return null;
        }
        boolean required = read(section, "unscored", value -> value.choice(words("indeterminate", "ignore")), true);
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
        boolean kev = read(root, "kev", value -> value.choice(words("deny", "ignore")), false);
        Section epss = root.section("epss", List.of(MAX));
        Section feeds = root.section("feeds", List.of("maxAge"));
        Duration age = feeds == null
                ? ThreatRules.DEFAULT_MAX_AGE
                : read(feeds, "maxAge", Value::time, ThreatRules.DEFAULT_MAX_AGE);
        return new ThreatRules(kev, epss == null ? null : requiredNumber(epss, 1), age);
    }

    Grace grace() {
        Section section = root.section("grace", Forms.SEVERITY_KEYS);
        EnumMap<Severity, Duration> times = new EnumMap<>(Severity.class);
        if (section != null) {
            Forms.SEVERITIES.forEach(
                    (word, severity) -> times.put(severity, read(section, word, Value::time, Duration.ZERO)));
        }
        return new Grace(times);
    }

    NewFindings newFindings() {
        Section section = root.section("newFindings", List.of("introduced", "disclosed"));
        return new NewFindings(
                limits(section, "introduced", Limit.UNLIMITED), limits(section, "disclosed", Limit.UNLIMITED));
    }

    boolean baselineRequired() {
        return read(root, "baseline", value -> value.choice(words("required", "optional")), false);
    }

    Set<ScanType> requiredScanTypes() {
        Map<String, ScanType> words = new LinkedHashMap<>();
        Arrays.stream(ScanType.values()).forEach(type -> words.put(type.word(), type));
        Set<ScanType> types = new HashSet<>();
        collect(root, "requireScanTypes", types, value -> value.choice(words));
        return types;
    }

    Set<Severity> unknownCountsAs() {
        return Set.of(read(root, "unknownSeverity", value -> value.choice(Forms.SEVERITIES), Severity.CRITICAL));
    }

    /** Whether, as a floor, the policy lets local exceptions stand. */
    boolean localExceptions() {
        return read(root, "localExceptions", value -> value.choice(words("allow", "deny")), false);
    }

    private static Map<String, Boolean> words(String yes, String no) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put(yes, true);
        words.put(no, false);
        return words;
    }

    /** The value of a key; the default if the key is absent or, so that reading goes on, if its value is a problem. */
    private static <T> T read(Section section, String key, Function<Value, @Nullable T> kind, T absent) {
        Value value = section.value(key);
        T read = value == null ? null : kind.apply(value);
        return read == null ? absent : read;
    }
}
