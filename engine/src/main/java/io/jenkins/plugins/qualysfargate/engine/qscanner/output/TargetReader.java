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
import java.util.Locale;
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
    private @Nullable String os;
    private @Nullable String architecture;

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
            case "OS" -> os = textOf(os);
            case "Architecture" -> architecture = textOf(architecture);
            case "ImageID" -> digest(name, imageIds);
            case "RepoTags" -> each(name, this::name);
            case "RepoDigests" -> each(name, () -> digest("an entry of RepoDigests", repoDigests));
            default -> cursor.skip();
        }
    }

    private @Nullable String textOf(@Nullable String before) throws IOException {
        if (cursor.token() == JsonToken.VALUE_STRING) {
            return cursor.parser().getText();
        }
        cursor.skip();
        return before;
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
        String text = cursor.textOrNull(what);
        if (text == null || text.isEmpty()) {
            return;
        }
        target.add(Digest.parse(text.substring(text.indexOf('@') + 1))
                .orElseThrow(() -> cursor.malformed(what + " is not a digest")));
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
        if (os == null || architecture == null) {
            return null;
        }
        String known =
                switch (architecture) {
                    case "x86_64" -> "amd64";
                    case "aarch64" -> "arm64";
                    default -> architecture;
                };
        try {
            return Platform.parse(os.toLowerCase(Locale.ROOT) + "/" + known);
        } catch (IllegalArgumentException noPlatform) {
            return null;
        }
    }
}
