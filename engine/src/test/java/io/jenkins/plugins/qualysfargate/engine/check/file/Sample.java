package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.compliance.Monitor;
import io.jenkins.plugins.qualysfargate.engine.yaml.YamlProblem;
import java.util.List;

/** Compliance files for tests, and what became of them. */
final class Sample {
    /** One source of each kind of timing, and one channel. */
    static final String START = """
            version: 1
            sources:
              - {id: nessus, type: tenable-sc, url: https://sc.example.com, credentials: tenable}
              - {id: coverage, type: guardduty, regions: [us-east-1]}
            channels:
              - {id: pager, type: pagerduty, credentials: key}
            """;

    private static final String MONITOR =
            "monitors: [{id: daily, source: nessus, select: {all: true}, runbook: 'https://w/'%s}]\n";

    private Sample() {}

    /** A file with one monitor that has these keys too. */
    static String withMonitor(String keys) {
        return START + MONITOR.formatted(keys.isEmpty() ? "" : ", " + keys);
    }

    /** A file with one plain monitor and these lines. */
    static String with(String lines) {
        return withMonitor("") + lines;
    }

    static ComplianceSettings settings(String text) {
        return valid(text).settings();
    }

    static List<String> warnings(String text) {
        return valid(text).warnings();
    }

    /** The monitor of {@link #withMonitor}. */
    static Monitor monitor(String keys) {
        return settings(withMonitor(keys)).monitors().get(0);
    }

    static List<String> problems(String text) {
        return ComplianceFile.read("check.yaml", text).fold(valid -> List.of(), invalid -> invalid.problems().stream()
                .map(YamlProblem::toString)
                .toList());
    }

    private static ComplianceFileReading.Valid valid(String text) {
        return ComplianceFile.read("check.yaml", text).fold(valid -> valid, invalid -> {
            throw new AssertionError(invalid.problems() + " in " + text);
        });
    }
}
