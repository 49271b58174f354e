package io.jenkins.plugins.qualysfargate.engine.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A policy as one JSON text in which nothing depends on the order or the spelling of the file that it came from. */
final class CanonicalForm {
    private static final JsonMapper JSON = new JsonMapper();

    private CanonicalForm() {}

    static String fingerprint(Policy policy) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(text(policy).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime must offer SHA-256, this one does not", e);
        }
    }

    private static String text(Policy policy) {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put("name", policy.name());
        all.put("limits", of(policy.limits()));
        all.put("unknownSeverity", sorted(policy.unknownCountsAs()));
        all.put(
                "secrets",
                List.of(policy.secrets().max().max(), policy.secrets().minimumSeverity()));
        all.put("malware", policy.malware().max());
        all.put("deny", of(policy.deny()));
        all.put("scope", policy.scope().toString());
        all.put("scores", policy.scores().toString());
        all.put("threats", policy.threats().toString());
        Map<Severity, String> grace = new TreeMap<>();
        policy.grace().bySeverity().forEach((severity, time) -> grace.put(severity, time.toString()));
        all.put("grace", grace);
        all.put("introduced", of(policy.newFindings().introduced()));
        all.put("disclosed", of(policy.newFindings().disclosed()));
        all.put("baselineRequired", policy.baselineRequired());
        all.put("requireScanTypes", sorted(policy.requiredScanTypes()));
        all.put("localExceptions", policy.exceptions().localAllowed());
        all.put("neverWaive", of(policy.exceptions().neverWaive()));
        all.put(
                "exceptions",
                policy.exceptions().layers().stream()
                        .map(CanonicalForm::of)
                        .sorted()
                        .toList());
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts, numbers, lists and maps can always be written as JSON", e);
        }
    }

    private static Map<String, Object> of(Limits limits) {
        Map<String, Object> all = new TreeMap<>();
        limits.bySeverity().forEach((severity, limit) -> all.put(severity.word(), limit.max()));
        all.put("total", limits.total().max());
        return all;
    }

    private static Map<String, Object> of(Targets targets) {
        return new TreeMap<>(Map.of(
                "cves", sorted(targets.cves()),
                "rules", sorted(targets.rules()),
                "packages", sorted(targets.packages())));
    }

    private static String of(List<Exemption> layer) {
        return layer.stream().map(Exemption::toString).sorted().toList().toString();
    }

    private static List<String> sorted(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toList();
    }
}
