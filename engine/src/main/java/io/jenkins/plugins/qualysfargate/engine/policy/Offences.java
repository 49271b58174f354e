package io.jenkins.plugins.qualysfargate.engine.policy;

import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** How often one rule was touched, and the worst cases of it: as many as are ever listed, whatever their order. */
final class Offences {
    /** More violations than anybody reads; further ones are counted and not kept. */
    static final int LISTED = 1_000;

    private final PriorityQueue<Offence> mildestFirst = new PriorityQueue<>(Collections.reverseOrder());
    private long count;

    void add(Suspect suspect, String claim) {
        add(suspect.rank(), suspect.finding().id(), () -> Offence.of(suspect, claim));
    }

    /** Words are made only for what is kept: a million findings would cost seconds otherwise. */
    void add(int rank, String id, Supplier<Offence> words) {
        count++;
        if (mildestFirst.size() == LISTED && isMilder(rank, id, mildestFirst.element())) {
            return;
        }
        mildestFirst.add(words.get());
        if (mildestFirst.size() > LISTED) {
            mildestFirst.remove();
        }
    }

    private static boolean isMilder(int rank, String id, Offence kept) {
        return rank > kept.rank() || (rank == kept.rank() && id.compareTo(kept.id()) > 0);
    }

    long count() {
        return count;
    }

    List<Offence> worst() {
        return mildestFirst.stream().sorted().toList();
    }
}
