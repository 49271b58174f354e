package io.jenkins.plugins.qualysfargate.engine.check.report;

import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A report as one line of JSON, keys named as the components of {@link CheckReport}. */
public final class CheckJson {
    private CheckJson() {}

    /** Writes UTF-8 and leaves the stream open. */
    public static void write(CheckReport report, OutputStream out) throws IOException {
        RecordJson.write(out, report);
        out.write("\n".getBytes(StandardCharsets.UTF_8));
    }
}
