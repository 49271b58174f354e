package io.jenkins.plugins.qualysfargate.engine.lease;

class InMemoryLeasesTest extends LeasesContractTest {
    @Override
    protected Leases open() {
        return new InMemoryLeases();
    }
}
