package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.registry.ImagesFile;
import io.jenkins.plugins.qualysfargate.jenkins.push.PushedImages;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.ArrayList;
import java.util.List;

/** Finds out which images are meant: those that are named, those of a file, or those that the build has pushed. */
final class ChosenImages {
    private static final int MOST = 1000;

    private ChosenImages() {}

    static List<ImageReference> of(ScanParameters parameters, Run<?, ?> run, FilePath workspace)
            throws ScanRefusedException, InterruptedException {
        Problems problems = new Problems();
        List<String> names = new ArrayList<>(parameters.getImages());
        if (!parameters.getImage().isEmpty()) {
            names.add(0, parameters.getImage());
        }
        List<ImageReference> images = new ArrayList<>();
        for (String name : names) {
            ImageReference image = problems.note("image", () -> ImageReference.parse(name.strip()));
            if (image != null) {
                images.add(image);
            }
        }
        if (!parameters.getImagesFile().isEmpty()) {
            String file = parameters.getImagesFile();
            images.addAll(ofFile(file, WorkspaceText.read(workspace, "imagesFile", file), problems));
        }
        problems.throwIfAny();
        if (images.isEmpty()) {
            images.addAll(ofPushes(run));
        }
        List<ImageReference> distinct = images.stream().distinct().toList();
        if (distinct.isEmpty()) {
            throw new ScanRefusedException("There is no image to scan: none is named with image, images or imagesFile,"
                    + " and this build has pushed none inside of a withPushedImages { … } that has ended. Name one, or push"
                    + " inside of it and scan behind it.");
        }
        if (distinct.size() > MOST) {
            throw new ScanRefusedException("There are " + distinct.size() + " images to scan; at most " + MOST
                    + " can be scanned in one step. Split them over several steps.");
        }
        return distinct;
    }

    private static List<ImageReference> ofFile(String file, String text, Problems problems) {
        return ImagesFile.read(file, text).<List<ImageReference>>fold(valid -> valid.images(), invalid -> {
            invalid.problems().forEach(problem -> problems.add("imagesFile: " + problem));
            return List.of();
        });
    }

    /** A push without a name would go unseen, so the build must not rely on the others. */
    private static List<ImageReference> ofPushes(Run<?, ?> run) throws ScanRefusedException {
        List<String> missing = PushedImages.missing(run);
        if (!missing.isEmpty()) {
            List<String> sentences = new ArrayList<>(missing);
            sentences.add(
                    0,
                    "No image is named with image, images or imagesFile, and not everything that the build has pushed"
                            + " is known from its log. Name the images. What is not known:");
            throw new ScanRefusedException(sentences);
        }
        return PushedImages.of(run);
    }
}
