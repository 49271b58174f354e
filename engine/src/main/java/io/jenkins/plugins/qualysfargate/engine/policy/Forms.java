package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.yaml.TextForm;
import io.jenkins.plugins.qualysfargate.engine.yaml.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms of the texts in a policy file; contracts/policy.schema.json has the same ones. */
final class Forms {
    static final TextForm CVE = TextForm.of("CVE-[0-9]{4}-[0-9]{4,9}", "a CVE id such as CVE-2021-44228");
    static final TextForm QID = TextForm.of("[1-9][0-9]{0,8}", "a QID such as 178901");
    static final TextForm RULE = TextForm.of("[!-~]{1,200}", "a rule id: 1 to 200 printable characters without spaces");
    // A pattern of wildcards alone would excuse, or deny, everything.
    static final TextForm NAME_GLOB = TextForm.of(
            "(?=.*[^*?])[!-~]{1,300}",
            "a name or pattern (* and ?) of up to 300 characters that holds more than wildcards");
    static final TextForm GLOB =
            TextForm.of("[!-~]{1,600}", "a name or pattern (* and ?) of up to 600 characters without spaces");

    /** The five severities that a policy may name, worst first. */
    static final Map<String, Severity> SEVERITIES = severities();

    static final List<String> SEVERITY_KEYS = List.copyOf(SEVERITIES.keySet());

    private Forms() {}

    /** A number of findings that is tolerated; null if the value is none, and then there is a problem. */
    static @Nullable Limit limit(Value value) {
        return value.countOr("unlimited", Limit.UNLIMITED, Limit::new);
    }

    private static Map<String, Severity> severities() {
        Map<String, Severity> words = new LinkedHashMap<>();
        Arrays.stream(Severity.values())
                .filter(each -> each != Severity.UNKNOWN)
                .forEach(each -> words.put(each.word(), each));
        return words;
    }
}
