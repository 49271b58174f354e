package io.jenkins.plugins.qualysfargate.engine.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** How often one rule was touched, and the worst cases of it: as many as are ever listed, whatever their order. */
final class Offences {
    /** More violations than anybody reads; further ones are counted and not kept. */
    static final int LISTED = 1_000;

    private final PriorityQueue<HeldOffence> mildestFirst = new PriorityQueue<>(HeldOffence.WORST_FIRST.reversed());
    private long count;

    void add(Suspect suspect, String claim) {
        if (keeps(suspect.rank(), suspect.finding().id())) {
            keep(HeldOffence.of(suspect, claim));
        }
    }

    /** @param words made only if it is kept */
    void add(int rank, String id, Supplier<Offence> words) {
        if (keeps(rank, id)) {
            keep(new HeldOffence(rank, id, words));
        }
    }

    private boolean keeps(int rank, String id) {
        count++;
        return mildestFirst.size() < LISTED || !mildestFirst.element().isWorseThan(rank, id);
    }

    private void keep(HeldOffence offence) {
        mildestFirst.add(offence);
        if (mildestFirst.size() > LISTED) {
            mildestFirst.remove();
        }
    }

    long count() {
        return count;
    }

    List<Offence> worst() {
        List<Offence> all = new ArrayList<>();
        mildestFirst.forEach(held -> all.add(held.words()));
        Collections.sort(all);
        return all;
    }
}
