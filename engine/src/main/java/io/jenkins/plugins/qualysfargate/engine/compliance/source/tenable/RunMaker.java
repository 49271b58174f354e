package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.ImportState;
import io.jenkins.plugins.qualysfargate.engine.compliance.Reach;
import io.jenkins.plugins.qualysfargate.engine.compliance.Run;
import io.jenkins.plugins.qualysfargate.engine.compliance.RunState;
import java.util.List;

/** Makes a run of every result; what the server says twice and differently counts as not understood. */
final class RunMaker {
    private final Origins origins;

    RunMaker(Origins origins) {
        this.origins = origins;
    }

    List<Run> runs(List<TenableResult> results) {
        return results.stream().map(this::run).toList();
    }

    private Run run(TenableResult result) {
        RunState state = state(result);
        Origins.Origin origin = origins.of(result);
        return new Run(
                result.id(),
                origin.subjectId(),
                result.createdAt(),
                result.startedAt(),
                result.finishedAt(),
                state,
                imported(result, state),
                reach(result),
                origin.parentId(),
                word(result, state),
                result.detail());
    }

    static RunState state(TenableResult result) {
        RunState said = StateWords.state(result.status());
        // Complete and never ended: one of the two is wrong.
        return said == RunState.COMPLETED && result.finishedAt() == null ? RunState.UNRECOGNISED : said;
    }

    /** A run that has not ended has nothing to import yet, whatever the word. */
    static ImportState imported(TenableResult result, RunState state) {
        return state.active() ? ImportState.PENDING : StateWords.imported(result.importStatus());
    }

    private static Reach reach(TenableResult result) {
        TenableProgress progress = result.progress();
        if (progress == null) {
            return new Reach(result.totalTargets(), null, null);
        }
        Long total = progress.total() == null ? result.totalTargets() : progress.total();
        return new Reach(total, progress.scanned(), progress.grown());
    }

    private static String word(TenableResult result, RunState state) {
        if (state.active()
                || result.importStatus().isEmpty()
                || result.importStatus().equals("Finished")) {
            return result.status();
        }
        return result.status() + ", import: " + result.importStatus();
    }
}
