package io.jenkins.plugins.qualysfargate.jenkins.result;

import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.Whitelisted;

/** One platform of one image in a {@link ScanResult}. */
public final class ImageResult implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String image;
    private final String digest;
    private final String platform;
    private final String verdict;
    private final String reason;
    private final LinkedHashMap<String, Long> counts = new LinkedHashMap<>();

    private ImageResult(JudgedImage judged) {
        this.image = judged.name();
        this.digest = judged.digest() == null ? null : judged.digest().value();
        this.platform = judged.platform() == null ? null : judged.platform().toString();
        this.verdict = judged.verdict().kind().name();
        this.reason = judged.verdict().reason();
        SeverityCounts known = judged.judgement().counts();
        if (known != null && judged.verdict().kind() != VerdictKind.INDETERMINATE) {
            for (Severity severity : Severity.values()) {
                counts.put(severity.word(), known.of(severity));
            }
        }
    }

    static ImageResult of(JudgedImage judged) {
        return new ImageResult(judged);
    }

    /** As it was named; null if nobody named it. */
    @Whitelisted
    public String getImage() {
        return image;
    }

    /** {@code sha256:…}; null if it was not resolved. */
    @Whitelisted
    public String getDigest() {
        return digest;
    }

    /** For example {@code linux/arm64}; null if it was not resolved. */
    @Whitelisted
    public String getPlatform() {
        return platform;
    }

    /** {@code PASS}, {@code FAIL} or {@code INDETERMINATE}. */
    @Whitelisted
    public String getVerdict() {
        return verdict;
    }

    @Whitelisted
    public String getReason() {
        return reason;
    }

    /** Findings by severity in lower case; empty if they are not known. */
    @Whitelisted
    public Map<String, Long> getCounts() {
        return new LinkedHashMap<>(counts);
    }
}
