package io.jenkins.plugins.qualysfargate.jenkins.scan;

import hudson.FilePath;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.jenkins.push.PushedImages;
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
            images.addAll(ImagesOfFile.read(file, WorkspaceText.read(workspace, "imagesFile", file)));
        }
        problems.throwIfAny();
        if (images.isEmpty()) {
            images.addAll(PushedImages.of(run));
        }
        List<ImageReference> distinct = images.stream().distinct().toList();
        if (distinct.isEmpty()) {
            throw new ScanRefusedException("There is no image to scan: none is named with image, images or imagesFile,"
                    + " and this build has pushed none inside withPushedImages { … }. Name one, or push inside of it.");
        }
        if (distinct.size() > MOST) {
            throw new ScanRefusedException("There are " + distinct.size() + " images to scan; at most " + MOST
                    + " can be scanned in one step. Split them over several steps.");
        }
        return distinct;
    }
}
