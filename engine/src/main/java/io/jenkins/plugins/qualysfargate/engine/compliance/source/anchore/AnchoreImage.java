package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An image that Anchore was given.
 *
 * @param analysisStatus Anchore's word
 * @param imageStatus Anchore's word, for example {@code active}; empty if it does not say
 * @param createdAt when Anchore was given it; null if it does not say
 * @param analyzedAt null if it was never analysed
 * @param names {@code registry/repository:tag}, sorted
 */
public record AnchoreImage(
        Digest digest,
        String analysisStatus,
        String imageStatus,
        @Nullable Instant createdAt,
        @Nullable Instant analyzedAt,
        List<String> names) {
    public AnchoreImage {
        names = List.copyOf(names);
    }

    static List<AnchoreImage> all(JsonNode answer) throws UnreadableValueException {
        List<AnchoreImage> all = new ArrayList<>();
        for (JsonNode each : AnchoreJson.list(answer, "images")) {
            all.add(of(each));
        }
        return all;
    }

    static AnchoreImage of(JsonNode image) throws UnreadableValueException {
        String digest = AnchoreJson.text(image, "image_digest", "imageDigest");
        SortedSet<String> names = new TreeSet<>();
        for (JsonNode detail : AnchoreJson.first(image, "image_detail", "imageDetail")) {
            String name = AnchoreJson.text(detail, "fulltag", "full_tag");
            if (name.isEmpty()) {
                String tag = AnchoreJson.text(detail, "tag");
                name = AnchoreJson.text(detail, "registry") + "/" + AnchoreJson.text(detail, "repo")
                        + (tag.isEmpty() ? "" : ":" + tag);
            }
            names.add(name);
        }
        return new AnchoreImage(
                Digest.parse(digest)
                        .orElseThrow(() -> new UnreadableValueException("image_digest", digest, "a SHA-256 digest")),
                AnchoreJson.text(image, "analysis_status", "analysisStatus"),
                AnchoreJson.text(image, "image_status", "imageStatus"),
                AnchoreJson.instant(image, "created_at", "createdAt"),
                AnchoreJson.instant(image, "analyzed_at", "analyzedAt"),
                List.copyOf(names));
    }

    /** For people: the first name, else the digest. */
    public String name() {
        return names.isEmpty() ? digest.value() : names.get(0);
    }
}
