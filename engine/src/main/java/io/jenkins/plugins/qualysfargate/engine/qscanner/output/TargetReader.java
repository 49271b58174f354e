package io.jenkins.plugins.qualysfargate.engine.qscanner.output;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.InstalledPackage;
import io.jenkins.plugins.qualysfargate.engine.model.Malware;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Secret;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which image was scanned and when. Both places are read where versions of the scanner put it. */
final class TargetReader {
    private static final int MOST_NAMES = 1000;

    private final JsonCursor cursor;
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<Digest> imageIds = new LinkedHashSet<>();
    private final Set<Digest> repoDigests = new LinkedHashSet<>();
    private @Nullable Instant endedAt;
    private String os = "";
    private String architecture = "";

    TargetReader(JsonCursor cursor) {
        this.cursor = cursor;
    }

    Inventory inventory(
            String version,
            List<PerformedScan> performed,
            List<InstalledPackage> packages,
            List<Secret> secrets,
            List<Malware> malware) {
        return new Inventory(
                version, performed, endedAt, names, imageIds, repoDigests, platform(), packages, secrets, malware);
    }

    void metadata(String name) throws IOException {
        switch (name) {
            case "ScanEndTime" -> endedAt = time(name);
            case "TargetMetadata", "Target", "ImageMetadata" -> {
                if (!cursor.isNull()) {
                    cursor.object(name, this::metadata);
                }
            }
            case "OS" -> os = cursor.textOr(os);
            case "Architecture" -> architecture = cursor.textOr(architecture);
            case "ImageID" -> digest(name, imageIds);
            case "RepoTags" -> each(name, this::name);
            case "RepoDigests" -> each(name, () -> digest("an entry of RepoDigests", repoDigests));
            default -> cursor.skip();
        }
    }

    private void each(String what, JsonCursor.ElementHandler element) throws IOException {
        if (!cursor.isNull()) {
            cursor.array(what, element);
        }
    }

    private void name() throws IOException {
        String text = cursor.textOrNull("an entry of RepoTags");
        if (text != null && names.size() < MOST_NAMES) {
            names.add(text);
        }
    }

    private void digest(String what, Set<Digest> target) throws IOException {
        Digest digest = cursor.digestOrNull(what);
        if (digest == null) {
            return;
        }
        target.add(digest);
        if (target.size() > MOST_NAMES) {
            throw cursor.malformed("the inventory names more than " + MOST_NAMES + " digests");
        }
    }

    /** The unit is not documented: a number is read as nano-, micro-, milliseconds or seconds by its size; also ISO 8601. */
    private @Nullable Instant time(String what) throws IOException {
        if (cursor.token() == JsonToken.VALUE_NUMBER_INT) {
            return EpochTime.guess(cursor.parser().getNumberValue());
        }
        String text = cursor.scalarOrNull(what);
        return text == null ? null : EpochTime.parse(text);
    }

    private @Nullable Platform platform() {
        try {
            return Platform.ofMachine(os, architecture);
        } catch (IllegalArgumentException noPlatform) {
            return null;
        }
    }
}
