package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.json.ReadLimits;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Which files a result consists of, and how much of each is read. Every name is made here, none comes from outside. */
final class Layout {
    /** Raised when a key of {@code result.json.gz} or of a row changes its meaning or goes; new keys do not raise it. */
    static final long SCHEMA_VERSION = 1;

    /** A hundred images of 20,000 findings each have 500 KiB. */
    static final ReadLimits INDEX_LIMITS = new ReadLimits(64 << 20, 8, 1 << 16);
    /** A thousand violations have 400 KiB; a text is as long as the readers of reports allow. */
    static final ReadLimits VERDICT_LIMITS = new ReadLimits(16 << 20, 16, 1 << 20);
    /** A million findings have 350 MiB; the longest text of a row has 501 UTF-16 units. */
    static final ReadLimits ROW_LIMITS = new ReadLimits(2L << 30, 8, 1 << 15);

    private static final int BUFFER = 1 << 16;

    private Layout() {}

    /** What the other files must be, and what the verdict does not say. */
    static Path index(Path directory) {
        return directory.resolve("result.json.gz");
    }

    static Path verdict(Path directory) {
        return directory.resolve("verdict.json");
    }

    /** The uncompressed bytes of a file; reading to their end makes gzip check its sum. */
    static InputStream unzipped(Path file) throws IOException {
        InputStream raw = new FileInputStream(file.toFile());
        boolean opened = false;
        try {
            InputStream unzipped = new GZIPInputStream(raw, BUFFER);
            opened = true;
            return unzipped;
        } finally {
            if (!opened) {
                raw.close();
            }
        }
    }

    /** Takes an object of this version; every other version is refused. */
    static Fields known(Fields fields) throws IOException {
        long version = fields.count("schemaVersion");
        if (version != SCHEMA_VERSION) {
            throw new DamagedResultException("Its schema version is " + version + ", and only " + SCHEMA_VERSION
                    + " is known here: it was written by another version of this program.");
        }
        return fields;
    }

    /** @param image counted from 0; file names count from 1, as people do */
    static Path rows(Path directory, int image) {
        return directory.resolve("findings-" + (image + 1) + ".jsonl.gz");
    }
}
