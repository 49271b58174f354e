package io.jenkins.plugins.qualysfargate.engine.sarif;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/** Collects from the property bags of runs and artifacts which image the report is about. */
final class ImageClaimReader {
    private static final int MOST = 64;

    private final JsonCursor cursor;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Digest> digests = new LinkedHashSet<>();
    private final Set<Digest> repoDigests = new LinkedHashSet<>();
    private final Set<Digest> imageIds = new LinkedHashSet<>();

    ImageClaimReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    ImageClaims claims() {
        return new ImageClaims(names, digests, repoDigests, imageIds);
    }

    /** Reads a property bag; the keys are those of QScanner, and Trivy's where they differ. */
    void readProperties() throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.object("properties", name -> {
            switch (name) {
                case "imageID", "imageId" -> digest(name, imageIds);
                case "imageDigest", "repoDigest" -> digest(name, digests);
                case "imageName" -> name();
                case "repoTags" -> eachText(this::name);
                case "repoDigests" -> eachText(() -> digest(name, repoDigests));
                default -> cursor.skip();
            }
        });
    }

    /** Reads the list of artifacts; only those with properties of an image say anything. */
    void readArtifacts() throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.array(
                "artifacts",
                () -> cursor.object("an artifact", name -> {
                    if (name.equals("properties")) {
                        readProperties();
                    } else {
                        cursor.skip();
                    }
                }));
    }

    private void name() throws IOException {
        if (cursor.token() == JsonToken.VALUE_STRING && names.size() < MOST) {
            names.add(cursor.parser().getText());
        } else {
            cursor.skip();
        }
    }

    /** An empty or null claim says nothing; one that is there and is no digest makes the report untrustworthy. */
    private void digest(String key, Set<Digest> target) throws IOException {
        Digest digest = cursor.digestOrNull(key);
        if (digest == null) {
            return;
        }
        target.add(digest);
        if (target.size() > MOST) {
            throw cursor.malformed("it names more than " + MOST + " digests");
        }
    }

    private void eachText(JsonCursor.ElementHandler element) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.array("a list of image names", element);
    }
}
