package io.jenkins.plugins.qualysfargate.jenkins.result;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * One scan of a build in a few plain fields, so that the build's record stays small and can be read by every later
 * version; everything else is in files. A number that is not known is null, because it is not zero.
 */
public final class RecordedScan implements Serializable {
    private static final long serialVersionUID = 1L;
    /** In characters; with these a scan takes less than four kibibytes of XML, whatever the texts are made of. */
    private static final int LONGEST_REASON = 260;

    private static final int LONGEST_TITLE = 160;
    private static final int LONGEST_POLICY = 100;

    private final String id;
    private final String verdict;
    private final String reason;
    private final String title;
    private final int images;
    private final long judgedAt;

    @CheckForNull
    private final String counts;

    @CheckForNull
    private final Long introduced;

    @CheckForNull
    private final Long fixed;

    @CheckForNull
    private final Long evidenceAt;

    @CheckForNull
    private final String policy;

    @CheckForNull
    private final String policyFingerprint;

    @CheckForNull
    private final String pod;

    private RecordedScan(String id, GateOutcome outcome, Policy policy, @CheckForNull String pod, long judgedAt) {
        this.id = id;
        this.verdict = outcome.verdict().name();
        this.reason = cut(outcome.reason(), LONGEST_REASON);
        this.title = cut(title(outcome), LONGEST_TITLE);
        this.images = outcome.images().size();
        this.judgedAt = judgedAt;
        this.counts = counts(outcome);
        this.introduced = novelty(outcome, each -> each.introduced() + each.disclosed());
        this.fixed = novelty(outcome, Judgement.Novelty::fixed);
        this.evidenceAt = oldestEvidence(outcome.images());
        this.policy = cut(policy.name(), LONGEST_POLICY);
        this.policyFingerprint = policy.fingerprint();
        this.pod = pod;
    }

    /**
     * @param policy that judged it
     * @param pod name of the Qualys platform; null for any other
     * @param judgedAt in milliseconds since the epoch
     */
    public static RecordedScan of(
            String id, GateOutcome outcome, Policy policy, @CheckForNull String pod, long judgedAt) {
        return new RecordedScan(id, outcome, policy, pod, judgedAt);
    }

    /** Names the image that the verdict comes from, so that a headline never blames one that passed. */
    private static String title(GateOutcome outcome) {
        int others = outcome.images().size() - 1;
        return outcome.images().stream()
                .min(Comparator.comparing(image -> image.verdict().kind() != outcome.verdict()))
                .map(JudgedImage::displayName)
                .map(name -> others == 0 ? name : name + " +" + others)
                .orElse("");
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        // Half of a character that takes two would be none.
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    /** In the order of {@link Severity}, separated by commas; null if one image has no numbers. */
    @CheckForNull
    private static String counts(GateOutcome outcome) {
        long[] sum = new long[Severity.values().length];
        for (JudgedImage image : outcome.images()) {
            if (image.judgement().counts() == null || image.verdict().kind() == VerdictKind.INDETERMINATE) {
                return null;
            }
            for (Severity severity : Severity.values()) {
                sum[severity.ordinal()] += image.judgement().counts().of(severity);
            }
        }
        StringBuilder text = new StringBuilder();
        for (long count : sum) {
            text.append(text.length() == 0 ? "" : ",").append(count);
        }
        return outcome.images().isEmpty() ? null : text.toString();
    }

    @CheckForNull
    private static Long novelty(GateOutcome outcome, ToLongFunction<Judgement.Novelty> number) {
        long sum = 0;
        for (JudgedImage image : outcome.images()) {
            Judgement.Novelty novelty = image.judgement().novelty();
            if (novelty == null || image.verdict().kind() == VerdictKind.INDETERMINATE) {
                return null;
            }
            sum += number.applyAsLong(novelty);
        }
        return outcome.images().isEmpty() ? null : Long.valueOf(sum);
    }

    /** A scan out of a cache is judged anew and yet says nothing about what was found since. Null without any image. */
    @CheckForNull
    private static Long oldestEvidence(List<JudgedImage> images) {
        return images.stream()
                .map(image -> {
                    ScanReport report = image.report();
                    Instant scanned = report == null ? null : report.scannedAt();
                    return scanned != null && scanned.isBefore(image.judgedAt()) ? scanned : image.judgedAt();
                })
                .min(Comparator.naturalOrder())
                .map(Instant::toEpochMilli)
                .orElse(null);
    }

    /** Number of the scan in its build, which is the name of its directory and a part of its address. */
    public String getId() {
        return id;
    }

    /** What is not understood is not known, and that is never a pass. */
    public VerdictKind verdict() {
        for (VerdictKind kind : VerdictKind.values()) {
            if (kind.name().equals(verdict)) {
                return kind;
            }
        }
        return VerdictKind.INDETERMINATE;
    }

    public String getReason() {
        return reason;
    }

    /** What was scanned, for a headline. */
    public String getTitle() {
        return title;
    }

    /** How many images, each platform counted. */
    public int getImages() {
        return images;
    }

    /** In milliseconds since the epoch. */
    public long getJudgedAt() {
        return judgedAt;
    }

    /** When the oldest scan or judgement was made that the verdict rests on, in milliseconds since the epoch. */
    public long getEvidenceAt() {
        return evidenceAt == null ? judgedAt : evidenceAt;
    }

    /** Findings by severity, all images taken together; empty if they are not known. */
    public Map<Severity, Long> counts() {
        Map<Severity, Long> known = new LinkedHashMap<>();
        String[] texts = counts == null ? new String[0] : counts.split(",", -1);
        if (texts.length == Severity.values().length) {
            for (Severity severity : Severity.values()) {
                known.put(severity, Long.parseLong(texts[severity.ordinal()]));
            }
        }
        return known;
    }

    /** Findings that the baseline did not have; null if that is not known. */
    @CheckForNull
    public Long getIntroduced() {
        return introduced;
    }

    /** Findings of the baseline that are gone; null if that is not known. */
    @CheckForNull
    public Long getFixed() {
        return fixed;
    }

    /** Name of the policy that judged it; null where it was not recorded. */
    @CheckForNull
    public String getPolicy() {
        return policy;
    }

    /** Changes whenever that policy changes; null where it was not recorded. */
    @CheckForNull
    public String getPolicyFingerprint() {
        return policyFingerprint;
    }

    /** Name of the Qualys platform; null for any other, and where it was not recorded. */
    @CheckForNull
    public String getPod() {
        return pod;
    }
}
