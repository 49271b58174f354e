package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/** Gets one result with its progress, which lists do not hold: Tenable.sc API, GET /scanResult/{id}. */
final class FetchScanResult implements TenableCall<TenableResult> {
    /** The addresses of thousands of hosts stand in it, per scanner. */
    private static final int MOST_BYTES = 8 << 20;

    private final String id;

    FetchScanResult(String id) {
        this.id = ResourceId.checked(id);
    }

    @Override
    public String action() {
        return "get the progress of the scan result " + id;
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.get(server.resource("/scanResult/" + id + "?fields=" + ResultReader.FIELDS + ",progress"))
                .atMost(MOST_BYTES);
    }

    @Override
    public TenableResult read(Envelope answer) throws UnreadableValueException {
        TenableResult result = ResultReader.read(answer.object());
        if (!result.id().equals(id)) {
            throw new UnreadableValueException("id", result.id(), "the id " + id);
        }
        return result;
    }
}
