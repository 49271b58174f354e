package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.util.Map;

/** What the words of Tenable.sc for scans and imports mean; "Scan Result Statuses" in its documentation has them all. */
final class StateWords {
    private static final Map<String, RunState> STATES = Map.ofEntries(
            Map.entry("Queued", RunState.QUEUED),
            Map.entry("Preparing", RunState.RUNNING),
            Map.entry("Resolving Hostnames", RunState.RUNNING),
            Map.entry("Verifying Targets", RunState.RUNNING),
            Map.entry("Initializing Scanners", RunState.RUNNING),
            Map.entry("Running", RunState.RUNNING),
            Map.entry("Pausing", RunState.RUNNING),
            Map.entry("Paused", RunState.PAUSED),
            Map.entry("Resuming", RunState.RUNNING),
            Map.entry("Stopping", RunState.RUNNING),
            Map.entry("Completed", RunState.COMPLETED),
            Map.entry("Partial", RunState.PARTIAL),
            Map.entry("Error", RunState.FAILED));

    /** "No Results" is what a run says until it has some; one that has ended says it until its import begins, or for ever. */
    private static final Map<String, ImportState> IMPORTS = Map.of(
            "No Results", ImportState.PENDING,
            "Import Pending", ImportState.PENDING,
            "Importing", ImportState.PENDING,
            "Finished", ImportState.FINISHED,
            "Error", ImportState.FAILED,
            "Blocked", ImportState.FAILED);

    private StateWords() {}

    static RunState state(String word) {
        return STATES.getOrDefault(word, RunState.UNRECOGNISED);
    }

    static ImportState imported(String word) {
        return IMPORTS.getOrDefault(word, ImportState.UNRECOGNISED);
    }
}
