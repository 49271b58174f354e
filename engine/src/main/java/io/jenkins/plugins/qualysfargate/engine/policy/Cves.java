package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The CVE ids of a finding in the form that policies and feeds use, whatever the scanner's spelling. */
final class Cves {
    private Cves() {}

    /** Upper case and without spaces; the rule id is among them where the scanner uses CVE ids as rule ids. */
    static List<String> of(Finding finding) {
        return Stream.concat(finding.cves().stream(), Stream.of(finding.id()).filter(Cves::looksLikeOne))
                .map(Cves::normal)
                .distinct()
                .toList();
    }

    private static boolean looksLikeOne(String id) {
        return id.regionMatches(true, 0, "CVE-", 0, 4);
    }

    private static String normal(String cve) {
        return cve.strip().toUpperCase(Locale.ROOT);
    }
}
