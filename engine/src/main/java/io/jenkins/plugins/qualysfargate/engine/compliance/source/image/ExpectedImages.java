package io.jenkins.plugins.qualysfargate.engine.compliance.source.image;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueImage;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.sweep.ImageCatalogue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of which images scans are expected: those that a registry keeps, those that run, or both.
 *
 * @param catalogue null if only what runs counts
 * @param query what of the catalogue counts
 * @param running null if only what is kept counts
 */
public record ExpectedImages(
        @Nullable ImageCatalogue catalogue,
        CatalogueQuery query,
        @Nullable RunningImages running) {
    private static final int MOST_IMAGES = 200_000;
    private static final int MOST_TOLD = 3;

    /** @throws IllegalArgumentException if there would be none by definition */
    public ExpectedImages {
        if (catalogue == null && running == null) {
            throw new IllegalArgumentException(
                    "no image is expected without a catalogue and without running tasks: name at least one of them");
        }
    }

    /** All of them; a part that cannot be looked at makes the whole unknown, because its images would be missing. */
    List<ImageUse> uses() throws BlindException {
        ImageUses uses = new ImageUses();
        if (catalogue != null) {
            catalogue(catalogue, uses);
        }
        if (running != null) {
            running.running().forEach(uses::runs);
        }
        bounded(uses.size());
        return uses.all();
    }

    private void catalogue(ImageCatalogue from, ImageUses uses) throws BlindException {
        List<String> problems = new ArrayList<>();
        List<CatalogueImage> images = new ArrayList<>();
        try {
            from.pages(query, page -> {
                problems.addAll(page.problems());
                if (images.size() <= MOST_IMAGES) {
                    images.addAll(page.images());
                }
            });
        } catch (CatalogueUnavailableException failed) {
            throw new BlindException(
                    "Could not list the images of the registry: " + failed.getMessage(),
                    "Follow the advice, then look again.",
                    false,
                    failed);
        }
        if (!problems.isEmpty()) {
            throw new BlindException(
                    "Could not look at " + problems.size() + " parts of the registry: "
                            + String.join(" ", problems.subList(0, Math.min(MOST_TOLD, problems.size()))),
                    "Remove the cause, or limit the source to repositories that it can read: images of a part that is not"
                            + " seen would be missing without anybody noticing.",
                    false,
                    null);
        }
        bounded(images.size());
        images.forEach(uses::kept);
    }

    private static void bounded(int size) throws BlindException {
        if (size > MOST_IMAGES) {
            throw new BlindException(
                    "There are more than " + MOST_IMAGES + " images to look at.",
                    "Limit the source to repositories or to images that were pushed lately, or divide it into several.",
                    false,
                    null);
        }
    }
}
