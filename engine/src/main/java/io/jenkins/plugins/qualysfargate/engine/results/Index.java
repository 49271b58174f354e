package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.json.JsonDocument;
import io.jenkins.plugins.qualysfargate.engine.report.JsonOut;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** What {@code result.json.gz} says of the other files. It is compressed because gzip has a checksum of its own. */
record Index(FileSeal verdict, List<Image> images) {
    Index {
        images = List.copyOf(images);
    }

    /**
     * What stands of one image neither in the verdict nor in its rows.
     *
     * @param baseline what it was compared with, for people; null if with nothing
     * @param rows null if there was no report
     */
    record Image(@Nullable String baseline, @Nullable SealedRows rows) {}

    static Index read(Path file) throws IOException {
        Fields fields = Layout.known(new JsonDocument(file, Layout.INDEX_LIMITS, () -> Layout.unzipped(file))
                .read(cursor -> Fields.read(cursor, "the result")));
        List<Image> images = new ArrayList<>();
        for (Fields each : fields.objects("images")) {
            Fields rows = each.objectOrNull("rows");
            images.add(new Image(each.textOrNull("baseline"), rows == null ? null : SealedRows.read(rows)));
        }
        return new Index(FileSeal.read(fields.object("verdict")), images);
    }

    void write(Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file));
                JsonOut json = JsonOut.compact(out)) {
            json.startObject().number("schemaVersion", Layout.SCHEMA_VERSION);
            json.startObject("verdict");
            verdict.write(json);
            json.endObject().startArray("images");
            for (Image image : images) {
                json.startObject().text("baseline", image.baseline());
                if (image.rows() == null) {
                    json.text("rows", null);
                } else {
                    json.startObject("rows");
                    image.rows().write(json);
                    json.endObject();
                }
                json.endObject();
            }
            json.endArray().endObject();
        }
    }
}
