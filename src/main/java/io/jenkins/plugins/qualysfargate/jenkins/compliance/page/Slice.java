package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total how many there are on all pages
 * @param page counted from 1; the last one if less are there than was asked for
 * @param pages at least 1
 */
public record Slice<T>(List<T> items, int total, int page, int pages) {
    public Slice {
        items = List.copyOf(items);
    }

    static <T> Slice<T> of(List<T> all, int wanted, int perPage) {
        int pages = Math.max(1, (all.size() + perPage - 1) / perPage);
        int page = Math.min(wanted, pages);
        int from = (page - 1) * perPage;
        return new Slice<>(all.subList(from, Math.min(all.size(), from + perPage)), all.size(), page, pages);
    }

    <R> Slice<R> map(Function<? super T, ? extends R> each) {
        return new Slice<>(items.stream().<R>map(each).toList(), total, page, pages);
    }
}
