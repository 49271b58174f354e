package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.yaml.FileKind;
import io.jenkins.plugins.qualysfargate.engine.yaml.Problems;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Reads policy files; a file that is not wholly understood is no policy, and everything that is wrong is told at once. */
public final class PolicyReader {
    private static final List<String> KEYS = List.of(
            "version",
            "name",
            "limits",
            "unknownSeverity",
            "secrets",
            "malware",
            "deny",
            "fixableOnly",
            "qds",
            "cvss",
            "kev",
            "epss",
            "feeds",
            "grace",
            "newFindings",
            "baseline",
            "suppressed",
            "potential",
            "requireScanTypes",
            "exceptions",
            "neverWaive",
            "localExceptions");
    private static final String UNNAMED = "policy";
    private static final String EMPTY = "is empty, and an empty file is no policy. The shortest policy is: version: 1";
    private static final String NO_EXCEPTIONS =
            "is empty, and an empty list excuses nothing. Give at least one exception, or none of the list at all";

    /** A policy with a thousand exceptions has a third of this. */
    private static final FileKind KIND =
            new FileKind("policy", 1024 * 1024, 10, "Split it, or remove exceptions that have expired.");

    private PolicyReader() {}

    /**
     * Reads a policy from YAML or JSON text of at most one mebibyte.
     *
     * @param source the file as the user named it, for messages
     */
    public static PolicyReading read(String source, String yamlText) {
        Problems problems = new Problems(KIND, source);
        Node root = YamlDocument.read(yamlText, EMPTY, problems);
        Section section = root == null ? null : Section.open(root, "", KEYS, problems);
        if (section == null) {
            return new PolicyReading.Invalid(problems.list());
        }
        checkVersion(section);
        Policy policy = policy(section, problems);
        return problems.areNone()
                ? new PolicyReading.Valid(policy, warnings(policy, section))
                : new PolicyReading.Invalid(problems.list());
    }

    /**
     * Reads a list of exceptions that stands apart from a policy: what follows the key {@code exceptions} in one.
     *
     * @param source where the list is, as the user would name it, for messages
     * @param yamlListText YAML or JSON of at most one mebibyte
     */
    public static ExceptionsReading readExceptions(String source, String yamlListText) {
        Problems problems = new Problems(KIND, source);
        Node root = YamlDocument.read(yamlListText, NO_EXCEPTIONS, problems);
        List<Exemption> exceptions = root == null
                ? List.of()
                : new ExceptionReader(problems).read(Section.items(root, "exceptions", problems));
        return problems.areNone()
                ? new ExceptionsReading.Valid(new Exceptions(List.of(exceptions), false, Targets.NONE))
                : new ExceptionsReading.Invalid(problems.list());
    }

    private static void checkVersion(Section section) {
        Value version = section.value("version");
        if (version == null) {
            section.missing("version", "is missing; this is version: 1");
        } else {
            Limit limit = Forms.limit(version);
            if (limit != null && limit.max() != 1) {
                version.refuse("is a version that is not known here; write version: 1, or use a newer release");
            }
        }
    }

    private static Policy policy(Section section, Problems problems) {
        RuleReader rules = new RuleReader(section);
        List<Exemption> exceptions = new ExceptionReader(problems).read(section.items("exceptions"));
        Value name = section.value("name");
        String said = name == null ? null : name.text(TextForm.SENTENCE);
        return new Policy(
                said == null ? UNNAMED : said,
                rules.limits(),
                rules.unknownCountsAs(),
                rules.secrets(),
                rules.malware(),
                rules.targets("deny"),
                rules.scope(),
                rules.scores(),
                rules.threats(),
                rules.grace(),
                rules.newFindings(),
                rules.baselineRequired(),
                rules.requiredScanTypes(),
                new Exceptions(List.of(exceptions), rules.localExceptions(), rules.targets("neverWaive")));
    }

    /** What a valid file says and probably does not mean. */
    private static List<String> warnings(Policy policy, Section section) {
        List<String> warnings = new ArrayList<>();
        if (section.has("malware") && !policy.requiredScanTypes().contains(ScanType.MALWARE)) {
            warnings.add("malware.max says nothing about a scan that does not look for malware; add malware to"
                    + " requireScanTypes.");
        }
        for (Severity each : Severity.values()) {
            if (policy.limits().of(each).max() == 0
                    && !(policy.newFindings().introduced().of(each).isUnlimited()
                            && policy.newFindings().disclosed().of(each).isUnlimited())) {
                warnings.add("limits." + each.word()
                        + " is 0, so a limit on new findings of this severity adds nothing; write" + " limits."
                        + each.word() + ": unlimited to judge new ones alone.");
            }
        }
        return warnings;
    }
}
