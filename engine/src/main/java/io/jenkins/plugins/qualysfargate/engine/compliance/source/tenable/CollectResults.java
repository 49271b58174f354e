package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.ClockSkew;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets every result since then and every one under way, each with its progress. */
final class CollectResults {
    private final TenableSession session;
    private final ProgressMemory memory;

    CollectResults(TenableSession session, ProgressMemory memory) {
        this.session = session;
        this.memory = memory;
    }

    /** @param finishedToo true to get those as well that were created before and have finished since */
    List<TenableResult> since(Instant from, boolean finishedToo) throws BlindException {
        // The clock of the server may be behind.
        Instant begin = from.minus(ClockSkew.TOO_FAR);
        Map<String, TenableResult> listed = new LinkedHashMap<>();
        // In this order the newer answer wins for what ends meanwhile.
        add(session.ask(FetchScanResults.running()), listed);
        if (finishedToo) {
            add(session.ask(FetchScanResults.finishedSince(begin)), listed);
        }
        add(session.ask(FetchScanResults.since(begin)), listed);
        List<TenableResult> whole = new ArrayList<>();
        for (TenableResult each : listed.values()) {
            whole.add(withProgress(each));
        }
        whole.addAll(outlived(listed));
        memory.active(whole);
        return whole;
    }

    private static void add(List<TenableResult> results, Map<String, TenableResult> listed) {
        for (TenableResult each : results) {
            listed.put(each.id(), each);
        }
    }

    private TenableResult withProgress(TenableResult listed) throws BlindException {
        // Nobody judges how much a run reached that ended in an error.
        if (StateWords.state(listed.status()) == RunState.FAILED) {
            return listed;
        }
        Optional<TenableResult> known = memory.complete(listed);
        return known.isPresent() ? known.get() : ask(listed.id()).orElse(listed);
    }

    /** Runs that were under way when last looked, were created before the window, and have ended since. */
    private List<TenableResult> outlived(Map<String, TenableResult> listed) throws BlindException {
        List<TenableResult> ended = new ArrayList<>();
        for (String id : memory.active()) {
            if (!listed.containsKey(id)) {
                ask(id).ifPresent(ended::add);
            }
        }
        return ended;
    }

    /** Empty if there is no such result any more, or if the user may list it and not look into it. */
    private Optional<TenableResult> ask(String id) throws BlindException {
        try {
            TenableResult result = session.ask(new FetchScanResult(id));
            memory.keep(result);
            return Optional.of(result);
        } catch (TenableErrorException refused) {
            if (refused.missing() || refused.forbidden()) {
                return Optional.empty();
            }
            throw refused;
        }
    }
}
