package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryContractTest;

class CloudHistoryTest extends HistoryContractTest {
    @Override
    protected History open() {
        return CloudStores.open(CloudStores.make(), CLOCK);
    }
}
