package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Passes everything on. */
abstract class PassedRuns implements MakeUpRuns {
    private final MakeUpRuns inner;

    PassedRuns(MakeUpRuns inner) {
        this.inner = inner;
    }

    @Override
    public SourcePicture picture(String subjectId, Instant pastFrom, Instant now) throws BlindException {
        return inner.picture(subjectId, pastFrom, now);
    }

    @Override
    public List<ActiveRun> active() throws BlindException {
        return inner.active();
    }

    @Override
    public StartOutcome start(String subjectId) {
        return inner.start(subjectId);
    }

    @Override
    public Optional<RunLook> run(String runId) throws BlindException {
        return inner.run(runId);
    }

    @Override
    public List<StartedRun> startedSince(String subjectId, Instant from) throws BlindException {
        return inner.startedSince(subjectId, from);
    }
}
