package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes an image of its part of {@code verdict.json}; a part that contradicts itself is refused. */
final class VerdictReader {
    /** In UTF-16 units; a hostile report may have put megabytes into a name. */
    private static final int LONGEST = 2_000;

    private final Fields image;
    private final Index.Image index;

    VerdictReader(Fields image, Index.Image index) {
        this.image = image;
        this.index = index;
    }

    StoredImage read() {
        SealedRows rows = index.rows();
        Judgement judgement = judgement();
        if (rows == null && judgement.verdict().kind() != VerdictKind.INDETERMINATE) {
            throw image.wrong("verdict", "INDETERMINATE, although there was no report");
        }
        if (rows != null
                && judgement.counts() != null
                && judgement.counts().total() != rows.counts().findings()) {
            throw image.wrong("findings", "as many as are kept");
        }
        String digest = image.textOrNull("digest");
        String platform = image.textOrNull("platform");
        return new StoredImage(
                lineOrNull(image, "image"),
                digest == null ? null : new Digest(digest),
                platform == null ? null : Platform.parse(platform),
                judgement,
                line(image, "reason"),
                provenance(),
                rows == null ? null : rows.counts());
    }

    private Judgement judgement() {
        Verdict verdict = verdict();
        boolean known = verdict.kind() != VerdictKind.INDETERMINATE;
        SeverityCounts counts = counts(known);
        Long secrets = image.countOrNull("secrets");
        Long findings = image.countOrNull("findings");
        if ((secrets != null) != known || (findings != null) != known) {
            throw image.wrong("secrets", "known exactly if the verdict is");
        }
        if (counts != null && findings != null && counts.total() != findings) {
            throw image.wrong("findings", "the sum of its counts");
        }
        return new Judgement(
                verdict,
                counts,
                secrets == null ? null : Math.toIntExact(secrets),
                waived(),
                lines("warnings"),
                novelty());
    }

    private Verdict verdict() {
        VerdictKind kind = image.constant("verdict", VerdictKind.class);
        List<Violation> violations = violations();
        if (kind != VerdictKind.FAIL && !violations.isEmpty()) {
            throw image.wrong("violations", "empty, although it did not fail");
        }
        return switch (kind) {
            case PASS -> new Verdict.Pass();
            case FAIL -> new Verdict.Fail(violations, image.count("omittedViolations"));
            case INDETERMINATE ->
                new Verdict.Indeterminate(
                        image.constant("cause", IndeterminateCause.class),
                        line(image, "reason"),
                        line(image, "howToFix"));
        };
    }

    private @Nullable SeverityCounts counts(boolean known) {
        Fields counts = image.object("counts");
        Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        for (Severity severity : Severity.values()) {
            Long count = counts.countOrNull(severity.word());
            if ((count != null) != known) {
                throw counts.wrong(severity.word(), "known exactly if the verdict is");
            }
            if (count != null) {
                bySeverity.put(severity, count);
            }
        }
        return known ? new SeverityCounts(bySeverity) : null;
    }

    private List<Violation> violations() {
        List<Violation> violations = new ArrayList<>();
        for (Fields each : image.objects("violations")) {
            violations.add(new Violation(
                    line(each, "rule"),
                    line(each, "subject"),
                    each.severity("severity"),
                    line(each, "message"),
                    line(each, "howToFix")));
        }
        return violations;
    }

    private List<Judgement.Waived> waived() {
        List<Judgement.Waived> waived = new ArrayList<>();
        for (Fields each : image.objects("waived")) {
            waived.add(new Judgement.Waived(
                    line(each, "subject"),
                    each.severity("severity"),
                    line(each, "exception"),
                    line(each, "owner"),
                    line(each, "expires")));
        }
        return waived;
    }

    private Judgement.@Nullable Novelty novelty() {
        Fields novelty = image.objectOrNull("novelty");
        return novelty == null
                ? null
                : new Judgement.Novelty(
                        novelty.count("introduced"),
                        novelty.count("disclosed"),
                        novelty.count("known"),
                        novelty.count("fixed"));
    }

    private Provenance provenance() {
        String scannedAt = image.textOrNull("scannedAt");
        Set<ScanType> types = new HashSet<>();
        for (String word : image.texts("scanTypes")) {
            types.add(ScanType.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return new Provenance(
                line(image, "source"),
                image.instant("judgedAt"),
                scannedAt == null ? null : Instant.parse(scannedAt),
                lineOrNull(image, "scanner"),
                lineOrNull(image, "scannerVersion"),
                types,
                index.baseline());
    }

    private List<String> lines(String key) {
        return image.texts(key).stream()
                .map(text -> SafeText.line(text, LONGEST))
                .toList();
    }

    static String line(Fields fields, String key) {
        return SafeText.line(fields.text(key), LONGEST);
    }

    private static @Nullable String lineOrNull(Fields fields, String key) {
        return fields.textOrNull(key) == null ? null : line(fields, key);
    }
}
