package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads files that say which images to judge: one image per line, or what build tools leave behind as JSON. A file that is
 * not wholly understood, or that names no image, is no list, and everything that is wrong is told at once.
 */
public final class ImagesFile {
    /** Characters; a thousand images with their digests take a third of it. */
    public static final int LONGEST = 1 << 20;

    /** As many as are taken from a build log. */
    public static final int MOST_IMAGES = PushLog.MOST_IMAGES;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private ImagesFile() {}

    /**
     * Reads the text of a file.
     *
     * <p>Text has one image per line; what follows {@code #} is a comment, blank lines are skipped. JSON is what
     * {@code docker buildx build --metadata-file} and {@code docker buildx bake --metadata-file} write
     * ({@code image.name}, {@code containerimage.digest}), or jib's {@code jib-image.json}.
     *
     * @param source the file as the user named it, for messages
     */
    public static ImagesReading read(String source, String text) {
        ImageProblems problems = new ImageProblems(source);
        if (text.length() > LONGEST) {
            problems.add(0, "is longer than " + LONGEST + " characters; list at most " + MOST_IMAGES + " images.");
            return problems.invalid();
        }
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        Set<ImageReference> images = new LinkedHashSet<>();
        if (plain.stripLeading().startsWith("{")) {
            new ImagesJson(problems, images).read(plain);
        } else {
            lines(plain, problems, images);
        }
        if (problems.areNone() && images.isEmpty()) {
            problems.add(0, "names no image; write one per line, for example registry.example/payments/api:1.4.2.");
        }
        if (images.size() > MOST_IMAGES) {
            problems.add(0, "names " + images.size() + " images; at most " + MOST_IMAGES + " are judged at once.");
        }
        return problems.areNone() ? new ImagesReading.Valid(List.copyOf(images)) : problems.invalid();
    }

    private static void lines(String text, ImageProblems problems, Set<ImageReference> images) {
        int number = 0;
        for (String line : (Iterable<String>) text.lines()::iterator) {
            number++;
            int comment = line.indexOf('#');
            String name = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!name.isEmpty()) {
                problems.tryAt(number, () -> images.add(ImageReference.parse(name)));
            }
        }
    }
}
