package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what build tools write of the images that they built: {@code --metadata-file} of {@code docker buildx build}, an object,
 * or of {@code docker buildx bake}, an object of such objects (buildx, docs/reference); and {@code jib-image.json}
 * (jib-plugins-common, ImageMetadataOutput.java).
 */
final class ImagesJson {
    // The provenance of BuildKit, which is skipped, nests by about 15.
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(200).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final ImageProblems problems;
    private final Set<ImageReference> images;
    private boolean targets;

    ImagesJson(ImageProblems problems, Set<ImageReference> images) {
        this.problems = problems;
        this.images = images;
    }

    void read(String text) {
        try (JsonParser json = FACTORY.createParser(text)) {
            json.nextToken();
            BuiltImage whole = object(json, true);
            if (json.nextToken() != null) {
                problems.add(line(json), "holds more than one JSON object; give each its own file.");
            }
            if (whole.isNamed() || !targets) {
                whole.addTo(images, problems);
            }
        } catch (JsonProcessingException wrong) {
            // The original message quotes the input, which is hostile.
            problems.add(
                    wrong.getLocation() == null ? 0 : wrong.getLocation().getLineNr(),
                    "is no valid JSON from here on; let the build tool write the file again.");
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory can always be read", e);
        }
    }

    /**
     * Reads one object to its end.
     *
     * @param outermost whether objects in it may be the targets of a bake file
     */
    private BuiltImage object(JsonParser json, boolean outermost) throws IOException {
        BuiltImage image = new BuiltImage(line(json));
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (BuiltImage.FIELDS.contains(field)) {
                image.put(field, scalars(json), line(json));
            } else if (value == JsonToken.START_OBJECT && outermost && !isOwn(field)) {
                BuiltImage target = object(json, false);
                if (target.isNamed()) {
                    targets = true;
                    target.addTo(images, problems);
                }
            } else {
                json.skipChildren();
            }
        }
        return image;
    }

    /** BuildKit's own objects, whose insides may look like anything. */
    private static boolean isOwn(String field) {
        return field.startsWith("buildx.") || field.startsWith("containerimage.");
    }

    /** A text, a truth value, or a list of texts with commas between them; null for anything else. */
    private static @Nullable String scalars(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            boolean scalar = json.currentToken().isScalarValue() && json.currentToken() != JsonToken.VALUE_NULL;
            String text = scalar ? json.getText() : null;
            json.skipChildren();
            return text;
        }
        StringBuilder all = new StringBuilder();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.VALUE_STRING) {
                all.append(all.isEmpty() ? "" : ",").append(json.getText());
            }
            json.skipChildren();
        }
        return all.toString();
    }

    private static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }
}
