package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.history.History;
import io.jenkins.plugins.qualysfargate.engine.history.OutboxContractTest;
import java.time.Clock;

class CloudOutboxTest extends OutboxContractTest {
    @Override
    protected History open() {
        return CloudStores.open(CloudStores.make(), Clock.systemUTC());
    }
}
