package io.jenkins.plugins.qualysfargate.engine.sarif;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor.ElementHandler;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor.FieldHandler;
import java.io.IOException;

/** Reads where a result lies. It is for people only, so what is not as expected is passed over. */
final class LocationReader {
    private final JsonCursor cursor;
    private final ResultFields fields;
    private final ElementHandler element = this::element;
    private final FieldHandler handler = this::field;

    LocationReader(JsonCursor cursor, ResultFields fields) {
        this.cursor = cursor;
        this.fields = fields;
    }

    void read() throws IOException {
        if (cursor.token() == JsonToken.START_ARRAY) {
            cursor.array("locations", element);
        } else {
            cursor.skip();
        }
    }

    private void element() throws IOException {
        if (cursor.token() == JsonToken.START_OBJECT) {
            cursor.object("a location", handler);
        } else {
            cursor.skip();
        }
    }

    private void field(String name) throws IOException {
        boolean descend =
                switch (name) {
                    case "physicalLocation", "artifactLocation" -> cursor.token() == JsonToken.START_OBJECT;
                    default -> false;
                };
        if (descend) {
            cursor.object(name, handler);
        } else if (name.equals("logicalLocations")) {
            read();
        } else if (name.equals("uri") && fields.path.isBlank()) {
            fields.path.takeIfText(cursor);
        } else if (name.equals("fullyQualifiedName") && fields.logicalName.isBlank()) {
            fields.logicalName.takeIfText(cursor);
        } else {
            cursor.skip();
        }
    }
}
