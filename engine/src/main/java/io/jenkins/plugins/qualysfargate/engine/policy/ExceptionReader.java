package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import io.jenkins.plugins.qualysfargate.engine.yaml.Problems;
import io.jenkins.plugins.qualysfargate.engine.yaml.Section;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the exceptions of a policy file. */
final class ExceptionReader {
    private static final List<String> KEYS = List.of(
            "id",
            "cve",
            "qid",
            "rule",
            "package",
            "secret",
            "path",
            "image",
            "owner",
            "reason",
            "approver",
            "expires",
            "created");

    private final Problems problems;
    private final Set<String> ids = new HashSet<>();

    ExceptionReader(Problems problems) {
        this.problems = problems;
    }

    List<Exemption> read(List<Value> items) {
        List<Exemption> exceptions = new ArrayList<>();
        for (Value item : items) {
            Section section = Section.open(item.node(), item.path(), KEYS, problems);
            Exemption exception = section == null ? null : exception(section);
            if (exception != null) {
                exceptions.add(exception);
            }
        }
        return exceptions;
    }

    private @Nullable Exemption exception(Section section) {
        String id = required(section, "id", TextForm.ID);
        if (id != null && !ids.add(id)) {
            section.missing("id", "is the id of an earlier exception too; give each its own");
        }
        String owner = required(section, "owner", TextForm.SENTENCE);
        String reason = required(section, "reason", TextForm.SENTENCE);
        String approver = optional(section, "approver", TextForm.SENTENCE);
        String image = optional(section, "image", Forms.GLOB);
        LocalDate expires = section.optional("expires", Value::date);
        if (!section.has("expires")) {
            section.missing("expires", "is missing: every exception has a last day, for example expires: 2026-03-31");
        }
        LocalDate created = section.optional("created", Value::date);
        if (created != null && expires != null && created.isAfter(expires)) {
            section.missing("created", "is later than expires");
        }
        ExceptionTarget target = target(section);
        if (id == null || target == null || owner == null || reason == null || expires == null) {
            return null;
        }
        return new Exemption(
                id, target, image == null ? null : new Glob(image), owner, reason, approver, expires, created);
    }

    private @Nullable ExceptionTarget target(Section section) {
        String cve = optional(section, "cve", Forms.CVE);
        String qid = section.optional("qid", value -> value.textOrCount(Forms.QID));
        String rule = section.optional("rule", value -> value.textOrCount(Forms.RULE));
        String packages = optional(section, "package", Forms.NAME_GLOB);
        String secret = optional(section, "secret", Forms.RULE);
        String path = optional(section, "path", Forms.GLOB);
        if (!isOneTarget(section)) {
            return null;
        }
        if (cve == null && qid == null && rule == null && packages == null && secret == null) {
            return null;
        }
        return new ExceptionTarget(
                cve,
                qid == null ? rule : qid,
                packages == null ? null : new Glob(packages),
                secret,
                path == null ? null : new Glob(path));
    }

    private static boolean isOneTarget(Section section) {
        boolean vulnerability =
                section.has("cve") || section.has("qid") || section.has("rule") || section.has("package");
        if (!vulnerability && !section.has("secret")) {
            section.refuse("does not say what it excuses: name a cve, a qid, a rule, a package or a secret");
            return false;
        }
        if (vulnerability && section.has("secret")) {
            section.refuse("is about a secret or about vulnerabilities, not about both; make two exceptions of it");
            return false;
        }
        if (section.has("path") && !section.has("secret")) {
            section.refuse("has a path without a secret; only an exception for a secret can name its path");
            return false;
        }
        if (section.has("qid") && section.has("rule")) {
            section.refuse("has both qid and rule, which are two words for the same; keep one");
            return false;
        }
        return true;
    }

    private static @Nullable String required(Section section, String key, TextForm form) {
        if (!section.has(key)) {
            section.missing(key, "is missing: every exception has it, and it is " + form.description());
        }
        return optional(section, key, form);
    }

    private static @Nullable String optional(Section section, String key, TextForm form) {
        return section.optional(key, value -> value.text(form));
    }
}
