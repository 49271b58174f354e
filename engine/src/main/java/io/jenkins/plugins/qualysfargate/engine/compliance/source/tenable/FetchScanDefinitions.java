package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.util.ArrayList;
import java.util.List;

/** Lists the scan definitions that the user may use or manage: Tenable.sc API, GET /scan. There are no pages. */
final class FetchScanDefinitions implements TenableCall<List<TenableDefinition>> {
    private static final int MOST_BYTES = 16 << 20;

    @Override
    public String action() {
        return "list the scan definitions";
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.get(server.resource("/scan?fields=" + DefinitionReader.FIELDS))
                .atMost(MOST_BYTES);
    }

    @Override
    public List<TenableDefinition> read(Envelope answer) throws UnreadableValueException {
        List<TenableDefinition> definitions = new ArrayList<>();
        for (JsonNode each : Fields.items(answer.response())) {
            definitions.add(DefinitionReader.read(each));
        }
        return definitions;
    }
}
