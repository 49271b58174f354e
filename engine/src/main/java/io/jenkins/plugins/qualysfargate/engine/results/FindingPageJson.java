package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.report.JsonOut;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a page as the JSON object that {@code contracts/finding-page.schema.json} describes; every key is always there. */
public final class FindingPageJson {
    /** Raised when a key changes its meaning or goes; new keys do not raise it. */
    private static final long SCHEMA_VERSION = 1;

    private final JsonOut json;

    private FindingPageJson(JsonOut json) {
        this.json = json;
    }

    /** Leaves the stream open. */
    public static void write(FindingPage page, OutputStream out) throws IOException {
        try (JsonOut json = JsonOut.compact(out)) {
            new FindingPageJson(json).write(page);
        }
    }

    private void write(FindingPage page) throws IOException {
        json.startObject().number("schemaVersion", SCHEMA_VERSION);
        json.number("offset", page.offset()).number("limit", page.limit());
        json.number("total", page.total()).number("matching", page.matching());
        json.startObject("bySeverity");
        for (Severity severity : Severity.values()) {
            json.number(severity.word(), page.bySeverity().of(severity));
        }
        json.endObject().number("undecided", page.undecided());
        json.startArray("rows");
        for (FindingRow row : page.rows()) {
            row(row);
        }
        json.endArray().endObject();
    }

    private void row(FindingRow row) throws IOException {
        json.startObject().text("kind", row.kind().word()).text("id", row.id());
        json.text("severity", row.severity().word()).text("title", row.title());
        json.texts("cves", row.cves().listed()).number("moreCves", row.cves().more());
        packages(row.packages());
        json.flag("fixable", row.fixable()).decimal("cvss", row.cvss()).decimal("qds", row.qds());
        json.flag("isNew", row.isNew()).text("firstSeen", row.firstSeen());
        json.startArray("waivers");
        for (RowWaiver waiver : row.waivers()) {
            json.startObject().text("exception", waiver.exception());
            json.text("owner", waiver.owner()).text("expires", waiver.expires()).endObject();
        }
        json.endArray();
        json.flag("suppressed", row.suppressed()).flag("potential", row.potential());
        place(row);
        json.flag("cut", row.cut()).endObject();
    }

    private void packages(Shortened<RowPackage> packages) throws IOException {
        json.startArray("packages");
        for (RowPackage each : packages.listed()) {
            json.startObject().text("name", each.name()).text("installedVersion", each.installedVersion());
            json.text("fixedVersion", each.fixedVersion())
                    .text("path", each.path())
                    .endObject();
        }
        json.endArray().number("morePackages", packages.more());
    }

    private void place(FindingRow row) throws IOException {
        RowPlace place = row.place();
        if (place == null) {
            json.text("place", null);
            return;
        }
        json.startObject("place").text("category", place.category()).text("path", place.path());
        json.number("startLine", place.startLine())
                .number("endLine", place.endLine())
                .endObject();
    }
}
