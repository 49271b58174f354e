package io.jenkins.plugins.qualysfargate.jenkins.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.results.ResultUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.results.StoredResult;
import io.jenkins.plugins.qualysfargate.jenkins.result.RecordedScan;
import io.jenkins.plugins.qualysfargate.jenkins.words.JsonAnswer;
import io.jenkins.plugins.qualysfargate.jenkins.words.PlainAnswer;
import io.jenkins.plugins.qualysfargate.jenkins.words.VerdictWord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kohsuke.stapler.HttpResponse;

/**
 * What the files of a scan say, or why they say nothing. Files that are missing, damaged or of another verdict than the
 * build's record are no answer, and so never look like a pass.
 */
public final class ScanFiles {
    private static final Logger LOGGER = Logger.getLogger(ScanFiles.class.getName());

    @CheckForNull
    private final StoredResult result;

    private final List<ImageView> images;
    private final String why;
    private final String howToFix;

    private ScanFiles(@CheckForNull StoredResult result, String why, String howToFix) {
        this.result = result;
        this.images = result == null ? List.of() : ImageView.of(result.images());
        this.why = why;
        this.howToFix = howToFix;
    }

    static ScanFiles open(Path directory, RecordedScan scan) {
        try {
            StoredResult result = StoredResult.open(directory);
            return result.verdict() == scan.verdict()
                    ? new ScanFiles(result, "", "")
                    : new ScanFiles(null, Messages.ScanFiles_contradiction(), Messages.ScanFiles_scanAgain());
        } catch (ResultUnavailableException unavailable) {
            LOGGER.log(Level.WARNING, unavailable.getMessage());
            return new ScanFiles(null, unavailable.why(), unavailable.howToFix());
        }
    }

    public boolean isAvailable() {
        return result != null;
    }

    /** A sentence for people; empty if the files are all right. */
    public String getWhy() {
        return why;
    }

    /** A sentence for people; empty if the files are all right. */
    public String getHowToFix() {
        return howToFix;
    }

    /** Indeterminate if the files say nothing, whatever the build's record says. */
    public VerdictWord getVerdictWord() {
        return VerdictWord.of(result == null ? VerdictKind.INDETERMINATE : result.verdict());
    }

    public String getReason() {
        return result == null ? why : result.reason();
    }

    /** In the order in which they were judged. */
    public List<ImageView> getImages() {
        return images;
    }

    /** Images with their platforms, the worst first. */
    public List<ImageGroup> getGroups() {
        return ImageGroup.of(images);
    }

    /**
     * The image that a page shows first.
     *
     * @param wanted its number as somebody typed it; anything else than such a number is the worst one
     */
    public int selected(@CheckForNull String wanted) {
        return images.stream()
                .filter(image -> String.valueOf(image.getNumber()).equals(wanted))
                .findFirst()
                .or(() -> getGroups().stream().map(ImageGroup::worst).findFirst())
                .map(ImageView::getNumber)
                .orElse(0);
    }

    /** The verdict as it was written, for programs. */
    HttpResponse verdict() {
        StoredResult known = result;
        return known == null
                ? PlainAnswer.notFound("There is no verdict to show, which is not a pass. " + why + " " + howToFix)
                : new JsonAnswer(out -> Files.copy(known.verdictFile(), out));
    }
}
