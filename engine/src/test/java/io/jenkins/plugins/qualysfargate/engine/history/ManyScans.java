package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.database.H2Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntFunction;

/** Fills a history with many scans at once, without their reports; only what lists and look-ups read is there. */
public final class ManyScans {
    private ManyScans() {}

    public static void fill(Path directory, int count, IntFunction<Scans> scans) throws IOException {
        byte[] document = ScanRecordCodec.write(Scans.broken("one").make());
        H2History.open(directory, Clock.systemUTC()).close();
        H2Database database = new H2Database(
                directory.resolve("history"), HistoryFile.schema(Clock.systemUTC()), Duration.ofMinutes(1));
        database.write(connection -> {
            for (int i = 0; i < count; i++) {
                ScanRecord scan = scans.apply(i).make();
                ImageName name = ImageName.of(String.valueOf(scan.image().name()));
                long image = ScanRows.keepImage(connection, name.place());
                ScanRows.insert(connection, ScanSummary.of(scan), new ScanRows.Rest(image, name.tag(), null, document));
            }
            return count;
        });
    }
}
