package io.jenkins.plugins.qualysfargate.engine.results;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a query looks for in the texts of a row, and the one that it sorts by. The same object takes the next row. */
final class RowTexts {
    private static final int NAME = 0;
    private static final int PATH = 3;

    private final SortKey sort;
    private final TextSearch text;
    private final TextSearch packageName;
    private final TextSearch cve;
    private @Nullable String sortText;

    RowTexts(FindingQuery query) {
        this.sort = query.sort();
        this.text = new TextSearch(query.text());
        this.packageName = new TextSearch(query.packageName());
        this.cve = new TextSearch(query.cve());
    }

    void clear() {
        sortText = null;
        text.clear();
        packageName.clear();
        cve.clear();
    }

    /** True if everything that was looked for stands in the row. */
    boolean found() {
        return text.found() && packageName.found() && cve.found();
    }

    /** What the row is sorted by; null if it has no such text, or is sorted by something else. */
    @Nullable
    String sortText() {
        return sortText;
    }

    /** @param key by which the text is sorted */
    void text(JsonCursor cursor, SortKey key) throws IOException {
        look(cursor, text);
        sortBy(key, cursor);
    }

    void place(JsonCursor cursor) throws IOException {
        cursor.object("place", part -> {
            if (part.equals("path")) {
                text(cursor, SortKey.PACKAGE);
            } else {
                cursor.skip();
            }
        });
    }

    void cves(JsonCursor cursor) throws IOException {
        if (text.found() && cve.found() && sort != SortKey.CVE) {
            cursor.skip();
            return;
        }
        cursor.array("cves", () -> {
            look(cursor, text);
            look(cursor, cve);
            sortBy(SortKey.CVE, cursor);
        });
    }

    void packages(JsonCursor cursor) throws IOException {
        if (text.found() && packageName.found() && sort != SortKey.PACKAGE) {
            cursor.skip();
            return;
        }
        int[] part = new int[1];
        cursor.array("packages", () -> {
            part[0] = NAME;
            cursor.array("a package", () -> part(cursor, part[0]++));
        });
    }

    private void part(JsonCursor cursor, int part) throws IOException {
        if (part == NAME) {
            look(cursor, text);
            look(cursor, packageName);
            sortBy(SortKey.PACKAGE, cursor);
        } else if (part == PATH && !cursor.isNull()) {
            look(cursor, text);
        } else {
            cursor.skip();
        }
    }

    private static void look(JsonCursor cursor, TextSearch search) throws IOException {
        if (cursor.token() != JsonToken.VALUE_STRING) {
            throw cursor.malformed("a text of a row is none");
        }
        search.see(cursor.parser());
    }

    /** The first value counts. */
    private void sortBy(SortKey key, JsonCursor cursor) throws IOException {
        if (sort == key && sortText == null) {
            sortText = SortText.of(cursor.parser().getText());
        }
    }
}
