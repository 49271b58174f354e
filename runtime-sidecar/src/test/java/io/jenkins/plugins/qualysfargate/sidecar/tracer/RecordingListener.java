package io.jenkins.plugins.qualysfargate.sidecar.tracer;

import io.jenkins.plugins.qualysfargate.sidecar.process.ProcessFacts;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it heard. */
class RecordingListener implements TraceListener {
    final List<String> heard = new CopyOnWriteArrayList<>();
    final List<ProcessFacts> executions = new CopyOnWriteArrayList<>();

    @Override
    public void found(ProcessFacts facts) {
        heard.add("found " + facts.pid());
    }

    @Override
    public void forked(int parentPid, int pid) {
        heard.add("forked " + parentPid + " " + pid);
    }

    @Override
    public void executed(ProcessFacts facts) {
        executions.add(facts);
        heard.add("executed " + facts.pid());
    }

    @Override
    public void executedUnseen(int pid) {
        heard.add("executed " + pid + " unseen");
    }

    @Override
    public void ended(int pid, int exitCode) {
        heard.add("ended " + pid + " " + exitCode);
    }

    @Override
    public void allEnded() {
        heard.add("all ended");
    }
}
