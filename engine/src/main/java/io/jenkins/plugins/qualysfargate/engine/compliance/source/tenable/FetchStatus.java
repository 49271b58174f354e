package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/** Gets how Tenable.sc itself is: Tenable.sc API, GET /status. */
final class FetchStatus implements TenableCall<SystemStatus> {

    @Override
    public String action() {
        return "get the status of the system";
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.get(server.resource("/status"));
    }

    @Override
    public SystemStatus read(Envelope answer) throws UnreadableValueException {
        JsonNode status = answer.object();
        return new SystemStatus(Scalars.text(status, "jobd"), Scalars.text(status, "licenseStatus"));
    }
}
