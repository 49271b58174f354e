package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a build tool wrote of one image, under the names of buildx or of jib. */
final class BuiltImage {
    private static final String BUILDX_NAMES = "image.name";
    private static final String BUILDX_DIGEST = "containerimage.digest";
    private static final String JIB_NAME = "image";
    private static final String JIB_DIGEST = "imageDigest";
    private static final String JIB_TAGS = "tags";
    /** Since jib 3.3. */
    private static final String JIB_PUSHED = "imagePushed";

    static final Set<String> FIELDS = Set.of(BUILDX_NAMES, BUILDX_DIGEST, JIB_NAME, JIB_DIGEST, JIB_TAGS, JIB_PUSHED);

    private final int line;
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    /** @param line where the object begins */
    BuiltImage(int line) {
        this.line = line;
    }

    void put(String field, @Nullable String value, int at) {
        values.put(field, value == null ? "" : value);
        lines.put(field, at);
    }

    /** True if the object says anything of an image. */
    boolean isNamed() {
        return !values.isEmpty();
    }

    void addTo(Set<ImageReference> images, ImageProblems problems) {
        boolean jib = values.containsKey(JIB_NAME) || values.containsKey(JIB_DIGEST);
        String names = jib ? JIB_NAME : BUILDX_NAMES;
        String digests = jib ? JIB_DIGEST : BUILDX_DIGEST;
        Digest digest = digest(digests, problems);
        List<String> named = list(names);
        if (named.isEmpty()) {
            problems.add(
                    lineOf(names),
                    names + " is missing or empty, and without it nobody knows where the image is; build with a name"
                            + " (--tag for buildx), or list the images one per line.");
        }
        if (values.getOrDefault(JIB_PUSHED, "true").equals("false")) {
            problems.add(
                    lineOf(JIB_PUSHED),
                    JIB_PUSHED + " is false: jib did not push this image, so nothing can be scanned.");
        }
        for (String name : named) {
            problems.tryAt(lineOf(names), () -> add(ImageReference.parse(name), digest, images));
        }
    }

    private @Nullable Digest digest(String field, ImageProblems problems) {
        String text = values.getOrDefault(field, "");
        if (text.isEmpty()) {
            problems.add(
                    lineOf(field),
                    field + " is missing or empty, and a tag alone may be another image by now; push with the tool that"
                            + " writes this file, or list the images one per line.");
            return null;
        }
        if (!text.startsWith("sha256:") || Digest.parse(text).isEmpty()) {
            problems.add(
                    lineOf(field),
                    "'" + ForeignText.quote(text) + "' is not a digest: sha256: and 64 lower-case hex digits are"
                            + " expected.");
            return null;
        }
        return new Digest(text);
    }

    /** Under each of jib's tags, or under the name as it stands. */
    private void add(ImageReference image, @Nullable Digest digest, Set<ImageReference> images) {
        List<String> tags = list(JIB_TAGS);
        if (!values.containsKey(JIB_NAME) || tags.isEmpty()) {
            images.add(new ImageReference(image.registry(), image.repository(), image.tag(), digest));
            return;
        }
        for (String tag : tags) {
            images.add(new ImageReference(image.registry(), image.repository(), tag, digest));
        }
    }

    private List<String> list(String field) {
        return List.of(values.getOrDefault(field, "").split(",")).stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private int lineOf(String field) {
        return lines.getOrDefault(field, line);
    }
}
