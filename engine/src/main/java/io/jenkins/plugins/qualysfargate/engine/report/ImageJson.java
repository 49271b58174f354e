package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of one image in the verdict: those of the contract first, in its order. */
final class ImageJson {
    private final JudgedImage image;
    private final Judgement judgement;
    private final JsonOut json;

    ImageJson(JudgedImage image, JsonOut json) {
        this.image = image;
        this.judgement = image.judgement();
        this.json = json;
    }

    void write() throws IOException {
        Verdict verdict = image.verdict();
        json.text("image", image.name()).text("digest", image.digest()).text("platform", image.platform());
        json.text("verdict", verdict.kind()).text("reason", verdict.reason());
        // An answer that is not known has no numbers, even where a report was read.
        boolean known = verdict.kind() != VerdictKind.INDETERMINATE;
        counts(known ? judgement.counts() : null, known ? judgement.secrets() : null);
        violations(Verdicts.violations(verdict));
        json.number("omittedViolations", Verdicts.omitted(verdict));
        Verdict.@Nullable Indeterminate unknown = Verdicts.indeterminate(verdict);
        if (unknown != null) {
            json.text("cause", unknown.cause()).text("howToFix", unknown.howToFix());
        }
        json.texts("warnings", judgement.warnings());
        waived();
        novelty(judgement.novelty());
        evidence(image.report());
    }

    /** The six keys stand there even if nothing is known, as null: a missing number is not a zero. */
    private void counts(@Nullable SeverityCounts counts, @Nullable Integer secrets) throws IOException {
        json.startObject("counts");
        for (Severity severity : Severity.values()) {
            json.number(severity.word(), counts == null ? null : Long.valueOf(counts.of(severity)));
        }
        json.endObject();
        json.number("secrets", secrets == null ? null : Long.valueOf(secrets));
        json.number("findings", counts == null ? null : Long.valueOf(counts.total()));
    }

    private void violations(List<Violation> violations) throws IOException {
        json.startArray("violations");
        for (Violation violation : violations) {
            json.startObject();
            json.text("rule", violation.rule()).text("subject", violation.subject());
            json.text("severity", violation.severity().word());
            json.text("message", violation.message()).text("howToFix", violation.howToFix());
            json.endObject();
        }
        json.endArray();
    }

    private void waived() throws IOException {
        json.startArray("waived");
        for (Judgement.Waived waived : judgement.waived()) {
            json.startObject();
            json.text("subject", waived.subject())
                    .text("severity", waived.severity().word());
            json.text("exception", waived.exception());
            json.text("owner", waived.owner()).text("expires", waived.expires());
            json.endObject();
        }
        json.endArray();
    }

    private void novelty(Judgement.@Nullable Novelty novelty) throws IOException {
        if (novelty == null) {
            json.text("novelty", null);
            return;
        }
        json.startObject("novelty");
        json.number("introduced", novelty.introduced()).number("disclosed", novelty.disclosed());
        json.number("known", novelty.known()).number("fixed", novelty.fixed());
        json.endObject();
    }

    private void evidence(@Nullable ScanReport report) throws IOException {
        json.text("source", image.source()).text("judgedAt", image.judgedAt());
        json.text("scannedAt", report == null ? null : report.scannedAt());
        json.text("scanner", report == null ? null : report.scanner());
        json.text("scannerVersion", report == null ? null : report.scannerVersion());
        json.texts("scanTypes", report == null ? List.of() : Verdicts.scanTypes(report));
    }
}
