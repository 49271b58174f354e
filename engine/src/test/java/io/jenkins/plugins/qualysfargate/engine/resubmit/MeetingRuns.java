package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import java.time.Instant;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits with its first picture until somebody else has got one too, so that both decide by the same. */
final class MeetingRuns extends PassedRuns {
    private final CyclicBarrier both;
    private boolean met;

    MeetingRuns(MakeUpRuns inner, CyclicBarrier both) {
        super(inner);
        this.both = both;
    }

    @Override
    public SourcePicture picture(String subjectId, Instant pastFrom, Instant now) throws BlindException {
        SourcePicture picture = super.picture(subjectId, pastFrom, now);
        if (!met) {
            met = true;
            try {
                both.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new AssertionError("The other one never came.", alone);
            }
        }
        return picture;
    }
}
