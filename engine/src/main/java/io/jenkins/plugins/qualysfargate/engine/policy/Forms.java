package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The forms of the texts in a policy file; contracts/policy.schema.json has the same ones. */
final class Forms {
    static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,9}");
    static final String A_CVE = "a CVE id such as CVE-2021-44228";
    static final Pattern QID = Pattern.compile("[1-9][0-9]{0,8}");
    static final String A_QID = "a QID such as 178901";
    static final Pattern RULE = Pattern.compile("[!-~]{1,200}");
    static final String A_RULE = "a rule id: 1 to 200 printable characters without spaces";
    static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    static final String AN_ID = "an id: up to 100 letters, digits and . _ -, the first one a letter or digit";
    // A pattern of wildcards alone would excuse, or deny, everything.
    static final Pattern NAME_GLOB = Pattern.compile("(?=.*[^*?])[!-~]{1,300}");
    static final String A_NAME_GLOB =
            "a name or pattern (* and ?) of up to 300 characters that holds more than wildcards";
    static final Pattern GLOB = Pattern.compile("[!-~]{1,600}");
    static final String A_GLOB = "a name or pattern (* and ?) of up to 600 characters without spaces";
    static final Pattern SENTENCE = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,500}");
    static final String A_SENTENCE = "a text of 1 to 500 characters in one line";

    /** The five severities that a policy may name, worst first. */
    static final Map<String, Severity> SEVERITIES = severities();

    static final List<String> SEVERITY_KEYS = List.copyOf(SEVERITIES.keySet());

    private Forms() {}

    private static Map<String, Severity> severities() {
        Map<String, Severity> words = new LinkedHashMap<>();
        Arrays.stream(Severity.values())
                .filter(each -> each != Severity.UNKNOWN)
                .forEach(each -> words.put(each.word(), each));
        return words;
    }
}
