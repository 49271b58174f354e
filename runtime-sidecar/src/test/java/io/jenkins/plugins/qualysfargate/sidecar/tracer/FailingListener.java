package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;

/** Fails at everything that it hears. */
final class FailingListener implements TraceListener {
    @Override
    public void found(ProcessFacts facts) {
        fail();
    }

    @Override
    public void forked(int parentPid, int pid) {
        fail();
    }

    @Override
    public void executed(ProcessFacts facts) {
        fail();
    }

    @Override
    public void executedUnseen(int pid) {
        fail();
    }

    @Override
    public void ended(int pid, int exitCode) {
        fail();
    }

    @Override
    public void allEnded() {
        fail();
    }

    private static void fail() {
        throw new IllegalStateException("listener failed");
    }
}
