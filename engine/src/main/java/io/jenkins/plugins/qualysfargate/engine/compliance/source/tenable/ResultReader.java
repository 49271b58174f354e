package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ForeignLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Makes a result of what /scanResult says. */
final class ResultReader {
    static final String FIELDS =
            "id,name,scan,status,importStatus,createdTime,startTime,finishTime,totalIPs,errorDetails,"
                    + "importErrorDetails";

    private ResultReader() {}

    static TenableResult read(JsonNode node) throws UnreadableValueException {
        Instant started = Scalars.epochSecond(node, "startTime");
        Instant said = Scalars.epochSecond(node, "createdTime");
        Instant created = said == null ? started : said;
        if (created == null) {
            throw new UnreadableValueException(
                    "createdTime", "nothing", "when result " + Fields.id(node) + " was created");
        }
        return new TenableResult(
                Fields.id(node),
                Scalars.text(node, "name"),
                Scalars.id(Fields.object(node, "scan"), "id"),
                Scalars.text(node, "status"),
                Scalars.text(node, "importStatus"),
                created,
                started,
                Scalars.epochSecond(node, "finishTime"),
                Scalars.count(node, "totalIPs"),
                detail(Scalars.text(node, "errorDetails"), Scalars.text(node, "importErrorDetails")),
                progress(Fields.object(node, "progress")));
    }

    private static String detail(String scan, String imported) {
        return ForeignLine.of(scan.isEmpty() || imported.isEmpty() ? scan + imported : scan + " / " + imported);
    }

    private static @Nullable TenableProgress progress(JsonNode node) throws UnreadableValueException {
        if (node.isMissingNode()) {
            return null;
        }
        return new TenableProgress(
                Scalars.count(node, "totalIPs"),
                Scalars.count(node, "scannedSize"),
                Scalars.count(node, "scanningSize"),
                Scalars.count(node, "deadHostSize"),
                Scalars.count(node, "completedChecks"));
    }
}
