package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/** Gets one scan definition: Tenable.sc API, GET /scan/{id}. */
final class FetchScanDefinition implements TenableCall<TenableDefinition> {
    private final String id;

    FetchScanDefinition(String id) {
        this.id = ResourceId.checked(id);
    }

    @Override
    public String action() {
        return "get the scan definition " + id;
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.get(server.resource("/scan/" + id + "?fields=" + DefinitionReader.FIELDS));
    }

    @Override
    public TenableDefinition read(Envelope answer) throws UnreadableValueException {
        return DefinitionReader.read(answer.object());
    }
}
