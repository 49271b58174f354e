package io.jenkins.plugins.qualysfargate.jenkins.scan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value for every parameter of a scan that is not its default. */
final class EveryParameter {
    private EveryParameter() {}

    static Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("image", "registry.example/team/app:1.4.2");
        values.put("images", List.of("registry.example/team/one:1", "registry.example/team/two:${BUILD_NUMBER}"));
        values.put("imagesFile", "build/images.txt");
        values.put("credentialsId", "qualys-team");
        values.put("pod", "EU1");
        values.put("registryCredentialsId", "registry-reader");
        values.put("scanTypes", "pkg,secret,malware");
        values.put("platforms", "linux/amd64,linux/arm64");
        values.put("policy", "version: 1\nname: it's \"quoted\" & <b>marked</b>\nlimits: {critical: 0}\n");
        values.put("policyFile", "ci/policy.yaml");
        values.put("policyName", "production");
        values.put("failOn", "high");
        values.put("thresholds", thresholds());
        values.put(
                "exceptions",
                "- id: a\n  cve: CVE-2026-1\n  owner: team\n  reason: not called\n  expires: 2027-01-01\n");
        values.put("baseline", "branch:main");
        values.put("timeoutMinutes", 20);
        values.put("cache", false);
        values.put("cacheMaxAgeDays", 1);
        values.put("scanner", "qscanner-4.8");
        values.put("scannerPath", "/opt/qscanner");
        values.put("scannerSha256", "ab".repeat(32));
        values.put("archive", "sarif,junit");
        values.put("onViolation", "unstable");
        values.put("onIndeterminate", "unstable");
        values.put("markStage", false);
        values.put("policyTags", "fargate,production");
        values.put("allowAudit", true);
        return values;
    }

    static Object valueOf(String parameter) {
        Object value = values().get(parameter);
        if (value == null) {
            throw new AssertionError("there is no value for the new parameter " + parameter + "; add one");
        }
        return value;
    }

    /** None tolerated, some tolerated, and left to the policy. */
    static Thresholds thresholds() {
        Thresholds thresholds = new Thresholds();
        thresholds.setCritical(0);
        thresholds.setHigh(10);
        return thresholds;
    }
}
