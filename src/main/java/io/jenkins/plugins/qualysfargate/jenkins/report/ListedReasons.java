package io.jenkins.plugins.qualysfargate.jenkins.report;

import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.Violation;
import io.jenkins.plugins.qualysfargate.engine.results.StoredImage;
import io.jenkins.plugins.qualysfargate.jenkins.words.Numbers;
import io.jenkins.plugins.qualysfargate.jenkins.words.SeverityCount;
import java.util.List;

/** Why an image failed, what was excused, and what else there is to say; each as long as the page can carry. */
public final class ListedReasons {
    /** So many entries of a list a page has at most, all images together; more make it slow and nobody reads them. */
    private static final int ALL_IMAGES = 2_000;

    private static final int MOST = 200;
    private static final int LEAST = 5;
    /** What stands there at once; the rest is folded away. */
    private static final int AT_ONCE = 5;

    private final List<Violation> violations;
    private final List<Judgement.Waived> waived;
    private final List<String> warnings;
    private final long allViolations;
    private final int limit;

    private ListedReasons(StoredImage image, int limit) {
        this.violations = image.violations();
        this.allViolations = violations.size() + image.omitted();
        this.waived = image.judgement().waived();
        this.warnings = image.judgement().warnings();
        this.limit = limit;
    }

    static ListedReasons of(StoredImage image, int images) {
        return new ListedReasons(image, Math.max(LEAST, Math.min(MOST, ALL_IMAGES / images)));
    }

    /** The worst violations. */
    public List<Entry> getWorst() {
        return violations.stream()
                .limit(Math.min(AT_ONCE, limit))
                .map(Entry::new)
                .toList();
    }

    /** Violations that are listed as well. */
    public List<Entry> getMore() {
        return violations.stream().limit(limit).skip(AT_ONCE).map(Entry::new).toList();
    }

    public String getMoreNumber() {
        return Numbers.format(getMore().size());
    }

    public boolean isCut() {
        return allViolations > limit;
    }

    public String getListedNumber() {
        return Numbers.format(Math.min(limit, violations.size()));
    }

    public String getAllNumber() {
        return Numbers.format(allViolations);
    }

    public List<Excuse> getWaived() {
        return waived.stream().limit(limit).map(Excuse::new).toList();
    }

    public boolean isWaivedCut() {
        return waived.size() > limit;
    }

    public String getWaivedNumber() {
        return Numbers.format(waived.size());
    }

    public List<String> getWarnings() {
        return warnings.stream().limit(limit).toList();
    }

    public String getWarningNumber() {
        return Numbers.format(warnings.size());
    }

    /** A violation. */
    public record Entry(Violation violation) {
        public String severity() {
            return violation.severity().word();
        }

        public String word() {
            return SeverityCount.word(violation.severity());
        }
    }

    /** A finding that an exception excuses. */
    public record Excuse(Judgement.Waived waived) {
        public String severity() {
            return waived.severity().word();
        }

        public String word() {
            return SeverityCount.word(waived.severity());
        }
    }
}
