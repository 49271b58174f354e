package io.jenkins.plugins.qualysfargate.jenkins.scan;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.ArrayList;
import java.util.List;

/** Reads a list of images. */
final class ImagesOfFile {
    private ImagesOfFile() {}

    static List<ImageReference> read(String file, String text) throws ScanRefusedException {
        Problems problems = new Problems();
        List<ImageReference> images = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty() && !line.startsWith("#")) {
                ImageReference image = problems.note(file, () -> ImageReference.parse(line));
                if (image != null) {
                    images.add(image);
                }
            }
        }
        problems.throwIfAny();
        return images;
    }
}
