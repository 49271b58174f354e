package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.history.HistoryLine;
import io.jenkins.plugins.qualysfargate.engine.history.ScanSummary;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Several streams of lines, each newest first, as one. */
final class NewestFirst implements Iterator<HistoryLine> {
    private static final Comparator<ScanSummary> ORDER = Comparator.comparing(ScanSummary::judgedAt)
            .thenComparing(ScanSummary::id)
            .reversed();

    private final PriorityQueue<Head> heads =
            new PriorityQueue<>(Comparator.comparing(head -> head.line.scan(), ORDER));

    private record Head(HistoryLine line, Iterator<HistoryLine> rest) {}

    private NewestFirst(List<Stream<HistoryLine>> sources) {
        sources.forEach(source -> add(source.iterator()));
    }

    static Stream<HistoryLine> of(List<Stream<HistoryLine>> sources) {
        return sources.size() == 1
                ? sources.get(0)
                : StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize(new NewestFirst(sources), Spliterator.ORDERED), false);
    }

    private void add(Iterator<HistoryLine> source) {
        if (source.hasNext()) {
            heads.add(new Head(source.next(), source));
        }
    }

    @Override
    public boolean hasNext() {
        return !heads.isEmpty();
    }

    @Override
    public HistoryLine next() {
        Head head = heads.remove();
        add(head.rest);
        return head.line;
    }
}
