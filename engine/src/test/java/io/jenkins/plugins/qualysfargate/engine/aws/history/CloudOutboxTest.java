package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryOutboxContractTest;
import java.time.Clock;

class CloudOutboxTest extends HistoryOutboxContractTest {
    @Override
    protected History history() {
        return CloudStores.open(CloudStores.make(), Clock.systemUTC());
    }
}
