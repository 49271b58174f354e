package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.report.JsonOut;
import java.io.IOException;
import java.util.Arrays;

/**
 * A row as one JSON object of its file. What is unknown, none or false is left out and a package is a list of texts,
 * because every page reads all of it: that makes it a third shorter.
 */
final class RowJson {
    private final JsonOut json;

    RowJson(JsonOut json) {
        this.json = json;
    }

    void write(FindingRow row) throws IOException {
        json.startObject()
                .text("kind", row.kind().word())
                .text("severity", row.severity().word());
        json.text("id", row.id()).text("title", row.title());
        marks(row);
        if (row.place() != null) {
            place(row.place());
        }
        if (!row.waivers().isEmpty()) {
            json.startArray("waivers");
            for (RowWaiver waiver : row.waivers()) {
                json.texts(Arrays.asList(waiver.exception(), waiver.owner(), waiver.expires()));
            }
            json.endArray();
        }
        if (!row.cves().listed().isEmpty()) {
            json.texts("cves", row.cves().listed());
        }
        if (!row.packages().listed().isEmpty()) {
            json.startArray("packages");
            for (RowPackage each : row.packages().listed()) {
                json.texts(Arrays.asList(each.name(), each.installedVersion(), each.fixedVersion(), each.path()));
            }
            json.endArray();
        }
        json.endObject();
    }

    private void marks(FindingRow row) throws IOException {
        if (row.cvss() != null) {
            json.decimal("cvss", row.cvss());
        }
        if (row.qds() != null) {
            json.decimal("qds", row.qds());
        }
        if (row.isNew() != null) {
            json.flag("isNew", row.isNew());
        }
        json.textIfKnown("firstSeen", row.firstSeen());
        flagIfSo("fixable", row.fixable());
        flagIfSo("suppressed", row.suppressed());
        flagIfSo("potential", row.potential());
        flagIfSo("cut", row.cut());
        numberIfAny("moreCves", row.cves().more());
        numberIfAny("morePackages", row.packages().more());
    }

    private void place(RowPlace place) throws IOException {
        json.startObject("place").text("category", place.category()).text("path", place.path());
        json.number("startLine", place.startLine())
                .number("endLine", place.endLine())
                .endObject();
    }

    private void flagIfSo(String key, boolean value) throws IOException {
        if (value) {
            json.flag(key, true);
        }
    }

    private void numberIfAny(String key, long value) throws IOException {
        if (value > 0) {
            json.number(key, value);
        }
    }
}
