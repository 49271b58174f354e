package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the scan zones with their scanners: Tenable.sc API, GET /zone. A user of an organisation may see less of them. */
final class FetchZones implements TenableCall<List<Zone>> {

    @Override
    public String action() {
        return "list the scan zones";
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.get(server.resource("/zone?fields=id,name,scanners,activeScanners,totalScanners"));
    }

    @Override
    public List<Zone> read(Envelope answer) throws UnreadableValueException {
        List<Zone> zones = new ArrayList<>();
        for (JsonNode each : Fields.items(answer.response())) {
            zones.add(new Zone(Fields.id(each), Scalars.text(each, "name"), scanners(each)));
        }
        return zones;
    }

    private static @Nullable List<Zone.Scanner> scanners(JsonNode zone) throws UnreadableValueException {
        JsonNode list = zone.path("scanners");
        if (list.isMissingNode()
                || list.isNull()
                || (list.isTextual() && list.textValue().isEmpty())) {
            return null;
        }
        List<Zone.Scanner> scanners = new ArrayList<>();
        for (JsonNode each : Fields.items(list)) {
            Long bits = Scalars.count(each, "status");
            scanners.add(new Zone.Scanner(
                    Fields.id(each), Scalars.text(each, "name"), bits == null ? null : new ScannerStatus(bits)));
        }
        Long total = Scalars.count(zone, "totalScanners");
        return scanners.isEmpty() && total != null && total > 0 ? null : scanners;
    }
}
