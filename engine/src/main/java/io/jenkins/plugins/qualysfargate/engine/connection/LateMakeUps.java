package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ActiveRun;
import io.jenkins.plugins.qualysfargate.engine.resubmit.MakeUpRuns;
import io.jenkins.plugins.qualysfargate.engine.resubmit.RunLook;
import io.jenkins.plugins.qualysfargate.engine.resubmit.SourcePicture;
import io.jenkins.plugins.qualysfargate.engine.resubmit.StartOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Make-up runs of a source whose login is looked up with every question; without one nothing is known and nothing started. */
final class LateMakeUps implements MakeUpRuns {
    private final Supplier<MakeUpRuns> maker;

    /** @param maker throws {@link IllegalArgumentException} if the source cannot be asked as it is configured */
    LateMakeUps(Supplier<MakeUpRuns> maker) {
        this.maker = maker;
    }

    @Override
    public SourcePicture picture(String subjectId, Instant pastFrom, Instant now) throws BlindException {
        return made().picture(subjectId, pastFrom, now);
    }

    @Override
    public List<ActiveRun> active() throws BlindException {
        return made().active();
    }

    @Override
    public StartOutcome start(String subjectId) {
        MakeUpRuns runs;
        try {
            runs = made();
        } catch (BlindException wrong) {
            return new StartOutcome.NotStarted(wrong.situation(), wrong.howToFix());
        }
        return runs.start(subjectId);
    }

    @Override
    public Optional<RunLook> run(String runId) throws BlindException {
        return made().run(runId);
    }

    @Override
    public List<StartedRun> startedSince(String subjectId, Instant from) throws BlindException {
        return made().startedSince(subjectId, from);
    }

    private MakeUpRuns made() throws BlindException {
        try {
            return maker.get();
        } catch (IllegalArgumentException wrong) {
            throw new BlindException(
                    String.valueOf(wrong.getMessage()),
                    "Correct the compliance file or the credentials.",
                    false,
                    wrong);
        }
    }
}
