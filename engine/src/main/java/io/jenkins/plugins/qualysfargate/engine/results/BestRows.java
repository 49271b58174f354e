package io.jenkins.plugins.qualysfargate.engine.results;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The rows of a page among all that match: it keeps no more than stand up to the end of the page. */
final class BestRows {
    private final FindingQuery query;
    private final boolean natural;
    private final Comparator<Candidate> order;
    private final PriorityQueue<Candidate> lastFirst;
    private final List<Candidate> page = new ArrayList<>();
    private long seen;

    BestRows(FindingQuery query) {
        this.query = query;
        this.natural = query.sort() == SortKey.SEVERITY && !query.descending();
        this.order = Candidate.order(query.descending());
        this.lastFirst = new PriorityQueue<>(order.reversed());
    }

    /** Takes the next matching row in the order of the file, as the probe has read it. */
    void offer(RowProbe probe, long start, long end) {
        long before = seen++;
        int length = Math.toIntExact(end - start);
        if (natural) {
            if (before >= query.offset() && page.size() < query.limit()) {
                page.add(new Candidate(null, Double.NaN, start, length));
            }
            return;
        }
        Candidate row = new Candidate(probe.sortText(), probe.sortNumber(), start, length);
        if (lastFirst.size() < query.offset() + query.limit()) {
            lastFirst.add(row);
        } else if (order.compare(row, lastFirst.element()) < 0) {
            lastFirst.remove();
            lastFirst.add(row);
        }
    }

    /** The rows of the page in their order. */
    List<Candidate> page() {
        return natural
                ? page
                : lastFirst.stream().sorted(order).skip(query.offset()).toList();
    }
}
