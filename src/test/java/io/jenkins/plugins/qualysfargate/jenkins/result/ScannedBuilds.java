package io.jenkins.plugins.qualysfargate.jenkins.result;

import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import io.jenkins.plugins.qualysfargate.engine.results.StoredResult;
import io.jenkins.plugins.qualysfargate.engine.scan.GateRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** Gives builds the scans that a step would have left, without a scanner. */
public final class ScannedBuilds {
    private ScannedBuilds() {}

    /** Records a scan that was judged just now. */
    public static RecordedScan add(Run<?, ?> build, GateRun run) throws IOException {
        return add(build, run, Instant.now());
    }

    public static RecordedScan add(Run<?, ?> build, GateRun run, Instant judgedAt) throws IOException {
        return add(build, run, SampleImages.POLICY, judgedAt);
    }

    /** Judged by this policy, as far as the record says. */
    public static RecordedScan add(Run<?, ?> build, GateRun run, Policy policy, Instant judgedAt) throws IOException {
        RunScans scans = RunScans.of(build);
        String id = scans.nextId();
        StoredResult.write(run, scans.directory(id));
        RecordedScan scan = RecordedScan.of(id, run.outcome(), policy, "EU1", judgedAt.toEpochMilli());
        scans.add(scan);
        return scan;
    }

    /** Where the files of a scan are. */
    public static Path directory(Run<?, ?> build, RecordedScan scan) {
        return RunScans.of(build).directory(scan);
    }
}
