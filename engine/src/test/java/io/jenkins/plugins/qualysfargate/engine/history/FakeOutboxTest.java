package io.jenkins.plugins.qualysfargate.engine.history;

class FakeOutboxTest extends OutboxContractTest {
    @Override
    protected History open() {
        return new FakeHistory();
    }
}
