package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes rows of what {@link RowJson} wrote, strictly; of long lists a page has only the beginning. */
final class RowReader {
    private static final int CVES = 50;
    private static final int PACKAGES = 20;

    private final Fields row;

    private RowReader(Fields row) {
        this.row = row;
    }

    /** Reads one row after the other to the end of the document. */
    static List<FindingRow> all(JsonCursor cursor) throws IOException {
        List<FindingRow> rows = new ArrayList<>();
        while (cursor.token() != null) {
            rows.add(new RowReader(Fields.read(cursor, "a row")).read());
            cursor.next();
        }
        return rows;
    }

    private FindingRow read() {
        return new FindingRow(
                kind(),
                row.text("id"),
                row.severity("severity"),
                row.text("title"),
                new Shortened<>(row.has("cves") ? row.texts("cves") : List.of(), row.countOrZero("moreCves"))
                        .atMost(CVES),
                new Shortened<>(packages(), row.countOrZero("morePackages")).atMost(PACKAGES),
                row.flag("fixable"),
                row.numberIfAny("cvss"),
                row.numberIfAny("qds"),
                row.flagIfAny("isNew").orElse(null),
                row.has("firstSeen") ? row.instant("firstSeen") : null,
                waivers(),
                row.flag("suppressed"),
                row.flag("potential"),
                place(),
                row.flag("cut"));
    }

    private RowKind kind() {
        String word = row.text("kind");
        for (RowKind kind : RowKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        throw row.wrong("kind", "one that is known");
    }

    private List<RowPackage> packages() {
        List<RowPackage> packages = new ArrayList<>();
        for (Object each : row.listIfAny("packages")) {
            List<@Nullable String> parts = parts("packages", each, 4);
            packages.add(
                    new RowPackage(text("packages", parts, 0), text("packages", parts, 1), parts.get(2), parts.get(3)));
        }
        return packages;
    }

    private List<RowWaiver> waivers() {
        List<RowWaiver> waivers = new ArrayList<>();
        for (Object each : row.listIfAny("waivers")) {
            List<@Nullable String> parts = parts("waivers", each, 3);
            waivers.add(new RowWaiver(text("waivers", parts, 0), text("waivers", parts, 1), text("waivers", parts, 2)));
        }
        return waivers;
    }

    private @Nullable RowPlace place() {
        if (!row.has("place")) {
            return null;
        }
        Fields place = row.object("place");
        return new RowPlace(
                place.text("category"), place.text("path"), place.count("startLine"), place.count("endLine"));
    }

    private List<@Nullable String> parts(String key, @Nullable Object list, int count) {
        List<@Nullable String> parts = new ArrayList<>();
        if (list instanceof List<?> elements && elements.size() == count) {
            for (Object each : elements) {
                if (each != null && !(each instanceof String)) {
                    throw row.wrong(key, "a list of lists of texts");
                }
                parts.add((String) each);
            }
            return parts;
        }
        throw row.wrong(key, "a list of lists of " + count);
    }

    private String text(String key, List<@Nullable String> parts, int index) {
        String text = parts.get(index);
        if (text == null) {
            throw row.wrong(key, "complete");
        }
        return text;
    }
}
