package io.jenkins.plugins.qualysfargate.engine.results;

import io.jenkins.plugins.qualysfargate.engine.report.SafeText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the texts of one row within bounds, and remembers whether something had to go. */
final class RowBudget {
    /** In UTF-16 units, of the lists of one row together; ordinary rows have 1,000. */
    private static final int LISTS = 16_384;

    private int left = LISTS;
    private boolean cut;

    /** The text as one line of at most so many UTF-16 units, and one for the ellipsis. */
    String text(String text, int longest) {
        String safe = SafeText.line(text, longest);
        cut |= text.length() > longest;
        left -= safe.length();
        return safe;
    }

    @Nullable
    String textOrNull(@Nullable String text, int longest) {
        return text == null ? null : text(text, longest);
    }

    /** The first elements that the budget has room for. */
    <E, T> Shortened<T> list(List<E> all, int most, Function<E, T> shown) {
        List<T> listed = new ArrayList<>();
        while (listed.size() < Math.min(most, all.size()) && left > 0) {
            listed.add(shown.apply(all.get(listed.size())));
        }
        cut |= listed.size() < all.size();
        return new Shortened<>(listed, all.size() - listed.size());
    }

    boolean cut() {
        return cut;
    }
}
