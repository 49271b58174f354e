package io.jenkins.plugins.qualysfargate.jenkins.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.model.Judgement;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.results.RowCounts;
import io.jenkins.plugins.qualysfargate.engine.results.StoredImage;
import io.jenkins.plugins.qualysfargate.jenkins.words.Numbers;
import io.jenkins.plugins.qualysfargate.jenkins.words.SeverityCount;
import io.jenkins.plugins.qualysfargate.jenkins.words.VerdictWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One platform of one image as the page shows it: its lists are cut to what a page of all images can carry. */
public final class ImageView {
    private final int number;
    private final StoredImage image;
    private final ListedReasons reasons;

    private ImageView(int number, StoredImage image, ListedReasons reasons) {
        this.number = number;
        this.image = image;
        this.reasons = reasons;
    }

    static List<ImageView> of(List<StoredImage> stored) {
        List<ImageView> views = new ArrayList<>();
        for (StoredImage image : stored) {
            views.add(new ImageView(views.size() + 1, image, ListedReasons.of(image, stored.size())));
        }
        return List.copyOf(views);
    }

    VerdictKind kind() {
        return image.verdict();
    }

    /** Counted from 1. */
    public int getNumber() {
        return number;
    }

    public boolean isNamed() {
        return image.name() != null;
    }

    /** What people call it. */
    public String getName() {
        if (image.name() != null) {
            return image.name();
        }
        return image.digest() == null
                ? Messages.ImageView_unnamed(number)
                : image.digest().value();
    }

    /** The end of the name, which tells images apart. */
    public String getShortName() {
        return getName().substring(slash());
    }

    /** The beginning of the name, which is the same for most; empty if there is none. */
    public String getRegistry() {
        return getName().substring(0, slash());
    }

    private int slash() {
        int slash = getName().lastIndexOf('/') + 1;
        return slash == getName().length() ? 0 : slash;
    }

    public String getPlatform() {
        return image.platform() == null
                ? Messages.ImageView_noPlatform()
                : image.platform().toString();
    }

    public VerdictWord getVerdictWord() {
        return VerdictWord.of(image.verdict());
    }

    public String getReason() {
        return image.reason();
    }

    /** What to do so that there is an answer; null if there is one. */
    @CheckForNull
    public String getHowToFix() {
        return image.howToFix();
    }

    /** Why there is no answer, in a word for programs, for example {@code TIMED_OUT}; null if there is one. */
    @CheckForNull
    public String getCause() {
        return image.cause() == null
                ? null
                : image.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    public ListedReasons getReasons() {
        return reasons;
    }

    public ImageEvidence getEvidence() {
        return new ImageEvidence(image);
    }

    /** All severities, worst first; empty if there is no answer. */
    public List<SeverityCount> getCounts() {
        return SeverityCount.of(image.counts());
    }

    /** Only those that there are any of. */
    public List<SeverityCount> getSeverities() {
        return SeverityCount.present(image.counts());
    }

    public boolean isCounted() {
        return image.counts() != null;
    }

    /** Null if there is no answer, or nobody looked for any: a missing number is not a zero. */
    @CheckForNull
    public String getSecrets() {
        return lookedFor(ScanType.SECRET) ? Numbers.formatOrNull(image.secrets()) : null;
    }

    /** Null if there was no report, or nobody looked for any. */
    @CheckForNull
    public String getMalware() {
        RowCounts rows = image.rows();
        return rows == null || !lookedFor(ScanType.MALWARE) ? null : Numbers.format(rows.malware());
    }

    private boolean lookedFor(ScanType type) {
        return image.provenance().scanTypes().contains(type);
    }

    public boolean isCompared() {
        return image.judgement().novelty() != null;
    }

    /** New findings of what is new in the image; null if nothing was compared. */
    @CheckForNull
    public String getIntroduced() {
        Judgement.Novelty novelty = image.judgement().novelty();
        return novelty == null ? null : Numbers.format(novelty.introduced());
    }

    /** New findings of what was in the image before; null if nothing was compared. */
    @CheckForNull
    public String getDisclosed() {
        Judgement.Novelty novelty = image.judgement().novelty();
        return novelty == null ? null : Numbers.format(novelty.disclosed());
    }

    /** Findings that are gone; null if nothing was compared. */
    @CheckForNull
    public String getFixed() {
        Judgement.Novelty novelty = image.judgement().novelty();
        return novelty == null ? null : Numbers.format(novelty.fixed());
    }

    /** True if there are rows to look at. */
    public boolean isListed() {
        return image.rows() != null;
    }
}
