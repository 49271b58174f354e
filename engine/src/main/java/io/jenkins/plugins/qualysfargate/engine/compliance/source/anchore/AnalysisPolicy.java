package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import io.jenkins.plugins.qualysfargate.engine.compliance.Condition;
import io.jenkins.plugins.qualysfargate.engine.compliance.Condition.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says how an image is, by the word that Anchore has for its analysis. */
final class AnalysisPolicy {
    private static final String FORCE =
            "Look at the log of the analyzer (worker) and remove the reason, then add the image"
                    + " again with force while the analyzers are up and the feeds fresh.";
    private static final String STUCK =
            "Look whether the analyzers are up and busy, then at the log worker. Anchore puts an"
                    + " image that hangs back into the queue and may do so for ever: delete it and add it again.";

    private AnalysisPolicy() {}

    /** @param why the newest error event about it; null if there is none */
    static Condition judge(AnchoreImage image, @Nullable AnchoreEvent why) {
        String explained = why == null ? "" : " " + why.words();
        return switch (AnalysisWord.of(image.analysisStatus())) {
            case ANALYZED -> condition(image, Level.HEALTHY, image.analyzedAt(), "", "");
            case FAILED ->
                condition(
                        image,
                        Level.UNHEALTHY,
                        since(image),
                        "Its analysis failed." + (why == null ? " There is no event that explains it." : explained),
                        FORCE);
            case WAITING, ANALYZING ->
                condition(
                        image,
                        Level.UNHEALTHY,
                        since(image),
                        "It is not analysed yet (" + image.analysisStatus() + ")." + explained,
                        STUCK);
            case UNRECOGNISED ->
                condition(
                        image,
                        Level.UNCLEAR,
                        null,
                        "Anchore uses a word for its analysis that is not known here: '" + image.analysisStatus()
                                + "'.",
                        "Look at the image in Anchore, and report the word.");
        };
    }

    /**
     * Since it was added, because an image that is put back into the queue again and again changes its date each time. One that
     * was analysed before is being analysed anew, and nobody knows since when.
     */
    private static @Nullable Instant since(AnchoreImage image) {
        return image.analyzedAt() == null ? image.createdAt() : null;
    }

    private static Condition condition(
            AnchoreImage image, Level level, @Nullable Instant since, String reason, String howToFix) {
        return new Condition(image.digest().value(), level, since, image.analyzedAt(), reason, howToFix);
    }
}
