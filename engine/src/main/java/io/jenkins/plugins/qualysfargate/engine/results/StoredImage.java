package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One image of a stored result. Its texts have a bounded length and are one line each without control characters; they
 * come from strangers and are to be escaped like any other.
 *
 * @param name the image as the user named it, or as its report did; null if neither did
 * @param reason one sentence for people: why the verdict is so
 * @param rows how many findings, secrets and malware are kept; null if there was no report, and then there is no page
 */
public record StoredImage(
        @Nullable String name,
        @Nullable Digest digest,
        @Nullable Platform platform,
        Judgement judgement,
        String reason,
        Provenance provenance,
        @Nullable RowCounts rows) {

    public VerdictKind verdict() {
        return judgement.verdict().kind();
    }

    /** Why there is no answer; null if there is one. */
    public @Nullable IndeterminateCause cause() {
        return judgement.verdict() instanceof Verdict.Indeterminate it ? it.cause() : null;
    }

    /** What to do so that there is an answer; null if there is one. */
    public @Nullable String howToFix() {
        return judgement.verdict() instanceof Verdict.Indeterminate it ? it.howToFix() : null;
    }

    /** Why it failed, worst first; none if it did not fail. */
    public List<Violation> violations() {
        return judgement.verdict().fold(it -> List.of(), Verdict.Fail::violations, it -> List.of());
    }

    /** How many violations there are beyond those that are listed. */
    public long omitted() {
        return judgement.verdict().fold(it -> 0L, Verdict.Fail::omitted, it -> 0L);
    }

    /** What people call it: the name, else the digest, else where its report came from. */
    public String displayName() {
        String shown = name != null ? name : digest != null ? digest.value() : provenance.source();
        return platform == null ? shown : shown + " (" + platform + ")";
    }

    /** All findings by severity, waived ones included; null if the image is indeterminate. */
    public @Nullable SeverityCounts counts() {
        return judgement.counts();
    }

    /** Null if the image is indeterminate. */
    public @Nullable Integer secrets() {
        return judgement.secrets();
    }

    /** Findings and secrets that exceptions of the policy excuse, as far as they are listed. */
    public List<Judgement.Waived> waived() {
        return judgement.waived();
    }

    /** Sentences that do not change the verdict. */
    public List<String> warnings() {
        return judgement.warnings();
    }

    /** How the findings compare with the baseline; null if there was none. */
    public Judgement.@Nullable Novelty novelty() {
        return judgement.novelty();
    }
}
