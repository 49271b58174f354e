package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a kind of source can say and do about runs that are started by hand. Nothing of it is repeated by itself; may be called
 * from any thread.
 */
public interface MakeUpRuns {

    /**
     * Everything at this moment that a run of this subject could get in the way of.
     *
     * @param pastFrom earlier runs of the subject may be missing
     * @throws BlindException if the source does not say all of it
     */
    SourcePicture picture(String subjectId, Instant pastFrom, Instant now) throws BlindException;

    /**
     * What is queued, running or paused, in all zones.
     *
     * @throws BlindException if the source does not say
     */
    List<ActiveRun> active() throws BlindException;

    /** Starts a run; what it answers is all that may be believed of it. */
    StartOutcome start(String subjectId);

    /**
     * One run; empty if the source does not have it (any more).
     *
     * @throws BlindException if the source does not say
     */
    Optional<RunLook> run(String runId) throws BlindException;

    /**
     * Runs of this very subject that were created since then, whoever started them.
     *
     * @param from by the clock of the source
     * @throws BlindException if the source does not say
     */
    List<StartedRun> startedSince(String subjectId, Instant from) throws BlindException;

    /** A run and when its source created it. */
    record StartedRun(String runId, Instant createdAt) {}
}
