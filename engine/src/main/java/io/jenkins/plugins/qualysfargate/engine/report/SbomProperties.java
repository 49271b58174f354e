package io.jenkins.plugins.qualysfargate.engine.report;

import io.jenkins.plugins.qualysfargate.engine.model.ScanReport;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A list of properties in a namespace of ours, as CycloneDX wants what it has no word for. */
final class SbomProperties {
    /** Stands wherever something is not listed, and says why. */
    static final String INCOMPLETE = "incomplete";

    private static final String NAMESPACE = "qualys-fargate:";

    private final JsonOut json;

    SbomProperties(JsonOut json) {
        this.json = json;
    }

    SbomProperties start() throws IOException {
        json.startArray("properties");
        return this;
    }

    /** Nothing at all is written for a null. */
    SbomProperties put(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            json.startObject().text("name", NAMESPACE + name).text("value", value);
            json.endObject();
        }
        return this;
    }

    void end() throws IOException {
        json.endArray();
    }

    /** The scanner's name, for places that cannot be without one. */
    static String scanner(ScanReport report) {
        return report.scanner().isEmpty() ? "unnamed scanner" : report.scanner();
    }
}
