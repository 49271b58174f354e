package io.jenkins.plugins.qualysfargate.cli;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.GateOutcome;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.util.List;
import java.util.Map;

/** Finds a stored scan by the id that {@code history list} shows. */
final class StoredScan {
    private StoredScan() {}

    static GateRun find(History history, String id) {
        ScanRecord scan = history.find(new ScanId(id))
                .orElseThrow(() -> new UsageException("There is no stored scan " + id
                        + "; 'qualys-fargate history list' shows those that there are."));
        return new GateRun(new GateOutcome(List.of(scan.image())), Map.of(), Map.of(scan.image(), scan.id()));
    }
}
