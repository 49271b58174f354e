package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * kaniko: "Pushing image to host/name:tag", then "Pushed host/name@sha256:…" (pkg/executor/push.go). Layers of its cache are
 * pushed the same way after "Pushing layer host/cache:key to cache now" and are no images; the key is 64 hex digits.
 */
final class KanikoPush implements PushTool {
    private static final String LAYER = "Pushing layer ";
    private static final String IMAGE = "Pushing image to ";
    private static final String DONE = "Pushed ";
    private static final Pattern CACHE_KEY = Pattern.compile("[0-9a-f]{64}");
    private static final int MOST = 10_000;

    private final Set<ImageReference> layers = new HashSet<>();
    /** How many layers each repository is still to take. */
    private final Map<String, Integer> layersUnderWay = new HashMap<>();
    /** The tag that each repository is taking. */
    private final Map<String, ImageReference> imagesUnderWay = new HashMap<>();

    @Override
    public boolean read(String line, PushedImages found) {
        int layer = LogText.after(line, LAYER);
        if (layer >= 0 && line.contains(" to cache now")) {
            layer(PushedImages.complete(LogText.word(line, layer)));
            return true;
        }
        int image = LogText.after(line, IMAGE);
        if (image >= 0) {
            begin(LogText.word(line, image), found);
            return true;
        }
        int done = LogText.after(line, DONE);
        ImageReference pushed = done < 0 ? null : PushedImages.complete(LogText.word(line, done));
        if (pushed == null || pushed.digest() == null) {
            return false;
        }
        done(pushed, found);
        return true;
    }

    private void layer(@Nullable ImageReference layer) {
        boolean keyed = layer != null
                && layer.tag() != null
                && CACHE_KEY.matcher(layer.tag()).matches();
        if (keyed && layers.size() < MOST) {
            layers.add(layer);
        }
    }

    private void begin(String name, PushedImages found) {
        ImageReference image = PushedImages.complete(name);
        if (image != null && layers.remove(image)) {
            layersUnderWay.merge(image.name(), 1, Integer::sum);
            return;
        }
        found.pushed(name);
        if (image != null && imagesUnderWay.size() < MOST) {
            imagesUnderWay.put(image.name(), image);
        }
    }

    /** What is not surely a layer is taken for an image. */
    private void done(ImageReference pushed, PushedImages found) {
        ImageReference begun = imagesUnderWay.remove(pushed.name());
        if (begun != null) {
            found.pushed(begun.name() + (begun.tag() == null ? "" : ":" + begun.tag()) + "@" + pushed.digest());
        } else if (layersUnderWay.getOrDefault(pushed.name(), 0) > 0) {
            layersUnderWay.merge(pushed.name(), -1, Integer::sum);
        } else {
            found.pushed(pushed.toString());
        }
    }
}
