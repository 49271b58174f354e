package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import java.io.IOException;

/** The fields of one package of a result while they are read. Reused. */
final class PackageFields {
    private final Text name = new Text();
    private final Text installedVersion = new Text();
    private final Text fixedVersion = new Text();
    private final Text layer = new Text();

    void clear() {
        name.clear();
        installedVersion.clear();
        fixedVersion.clear();
        layer.clear();
    }

    Text name() {
        return name;
    }

    Text installedVersion() {
        return installedVersion;
    }

    Text fixedVersion() {
        return fixedVersion;
    }

    Text layer() {
        return layer;
    }

    /** Takes the field if it is one of a package; the value is consumed in any case. */
    void field(JsonCursor cursor, String field) throws IOException {
        switch (field) {
            case "name", "packageName", "affectedPackage" -> name.takeIfText(cursor);
            case "installedVersion", "packageVersion", "version" -> installedVersion.takeIfText(cursor);
            case "fixedVersion", "fixVersion" -> fixedVersion.takeIfText(cursor);
            case "layerSHA" -> layer.takeIfText(cursor);
            default -> cursor.skip();
        }
    }
}
