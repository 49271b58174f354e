package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Lists results: Tenable.sc API, GET /scanResult. There are no pages. Without a beginning the server leaves out all that was
 * created more than 30 days ago, so one is always given.
 */
final class FetchScanResults implements TenableCall<List<TenableResult>> {
    private static final int MOST_BYTES = 24 << 20;

    private final String action;
    private final String query;

    private FetchScanResults(String action, String query) {
        this.action = action;
        this.query = query;
    }

    /** Those created since then, by the clock of the server. */
    static FetchScanResults since(Instant from) {
        return new FetchScanResults(
                "list the scan results since " + from,
                "&timeCompareField=createdTime&startTime=" + Math.max(1, from.getEpochSecond()));
    }

    /** Those finished since then, by the clock of the server; one that cannot compare these times takes those created since. */
    static FetchScanResults finishedSince(Instant from) {
        return new FetchScanResults(
                "list the scan results that finished since " + from,
                "&timeCompareField=finishTime&startTime=" + Math.max(1, from.getEpochSecond()));
    }

    /** Those that are under way, whenever they were created. */
    static FetchScanResults running() {
        return new FetchScanResults(
                "list the running scan results", "&filter=running&timeCompareField=createdTime&startTime=1");
    }

    @Override
    public String action() {
        return action;
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.get(server.resource("/scanResult?fields=" + ResultReader.FIELDS + query))
                .atMost(MOST_BYTES);
    }

    @Override
    public List<TenableResult> read(Envelope answer) throws UnreadableValueException {
        List<TenableResult> results = new ArrayList<>();
        for (JsonNode each : Fields.items(answer.response())) {
            results.add(ResultReader.read(each));
        }
        return results;
    }
}
