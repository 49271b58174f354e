package io.jenkins.plugins.qualysfargate.engine.resubmit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The attempts of one source that are under way or still to be told of, and so the lock of all its zones: whoever starts one
 * saves over the version that was read.
 *
 * @param version that was read; 0 if there is none
 */
record Board(String sourceId, long version, List<MakeUpAttempt> attempts) {
    Board {
        attempts = List.copyOf(attempts);
    }

    /** The same with an attempt as it is now; it stays on the board until it is over and told. */
    Board with(MakeUpAttempt attempt) {
        List<MakeUpAttempt> others = new ArrayList<>(without(attempt));
        if (attempt.state().underWay() || !attempt.told()) {
            others.add(attempt);
        }
        return new Board(sourceId, version, others);
    }

    List<MakeUpAttempt> without(MakeUpAttempt attempt) {
        return attempts.stream().filter(each -> !each.same(attempt)).toList();
    }

    Optional<MakeUpAttempt> find(MakeUpAttempt attempt) {
        return attempts.stream().filter(attempt::same).findFirst();
    }

    Board saved() {
        return new Board(sourceId, version + 1, attempts);
    }
}
