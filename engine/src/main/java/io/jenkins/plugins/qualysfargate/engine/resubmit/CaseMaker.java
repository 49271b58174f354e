package io.jenkins.plugins.qualysfargate.engine.resubmit;

import io.jenkins.plugins.qualysfargate.engine.check.PauseDesk;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.BlindException;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers everything by which a case is decided. */
final class CaseMaker {
    private final ResubmissionSetup setup;
    private final AttemptStore store;
    private final PauseDesk pauses;

    CaseMaker(ResubmissionSetup setup, AttemptStore store, PauseDesk pauses) {
        this.setup = setup;
        this.store = store;
        this.pauses = pauses;
    }

    /**
     * @param board of the source, without the attempt that is decided on
     * @param again the attempt that is decided on once more; null for a new one
     */
    ResubmissionCase of(
            Standing standing, Board board, @Nullable MakeUpAttempt again, @Nullable By approval, Instant now) {
        String source = standing.monitor().source();
        SourcePicture picture = null;
        String blind = "";
        MakeUpRuns runs = setup.runs().get(source);
        if (runs == null) {
            blind = "the source " + source + " starts no runs on request. " + advice(standing);
        } else {
            try {
                picture = runs.picture(
                        standing.subjectId(), now.minus(setup.rules().history()), now);
            } catch (BlindException noAnswer) {
                blind = noAnswer.situation() + " " + noAnswer.howToFix();
            }
        }
        Instant due =
                standing.trouble() == null ? null : standing.trouble().key().dueAt();
        List<MakeUpAttempt> earlier = store.ofSubject(source, standing.subjectId(), due, now);
        return new ResubmissionCase(
                standing,
                picture,
                blind,
                again == null ? board.attempts() : board.without(again),
                again == null
                        ? earlier
                        : earlier.stream().filter(each -> !each.same(again)).toList(),
                pauses(),
                setup.zonesOf(source),
                setup.settings(),
                setup.rules(),
                setup.controllers(),
                approval,
                now);
    }

    private static String advice(Standing standing) {
        return standing.trouble() == null ? "" : standing.trouble().now().howToFix();
    }

    private List<Pause> pauses() {
        List<Pause> all = new ArrayList<>(setup.maintenance());
        all.addAll(pauses.list());
        return all;
    }
}
