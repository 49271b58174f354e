package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/**
 * Starts a scan: Tenable.sc API, POST /scan/{id}/launch. Sent twice it starts two, so it is never repeated. Its value is the id
 * of the result.
 */
final class LaunchScan implements TenableCall<String> {
    private final String id;

    LaunchScan(String id) {
        this.id = ResourceId.checked(id);
    }

    @Override
    public String action() {
        return "launch the scan " + id;
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.post(server.resource("/scan/" + id + "/launch"), "application/json", "{}");
    }

    @Override
    public String read(Envelope answer) throws UnreadableValueException {
        JsonNode result = Fields.object(answer.object(), "scanResult");
        return Fields.id(result);
    }
}
