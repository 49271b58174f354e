package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.aws.history.HistoryAnswers.ANSWERS;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.history.BaselineQuery;
import io.jenkins.plugins.qualysfargate.engine.history.CorruptHistoryException;
import io.jenkins.plugins.qualysfargate.engine.history.ImageName;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the one complete scan that is meant, by walking a partition from its newest line. */
final class CompleteScans {
    // Enough to get past the scans of the same digest or of other platforms in one call, nearly always.
    private static final int LINES_AT_ONCE = 25;

    private final Lines lines;
    private final Documents documents;

    CompleteScans(Lines lines, Documents documents) {
        this.lines = lines;
        this.documents = documents;
    }

    Optional<ScanRecord> latest(Digest digest, @Nullable Platform platform) {
        return loaded(() -> newest(HistoryKeys.digest(digest), HistoryKeys.END, on(platform)));
    }

    Optional<ScanRecord> baseline(BaselineQuery query) {
        return query.choice()
                .fold(
                        it -> loaded(() -> previous(query, null)),
                        it -> loaded(() -> previous(query, it.tag())),
                        it -> latest(it.digest(), query.platform()),
                        it -> documents.find(it.id()).filter(ScanRecord::complete));
    }

    private Optional<ScanId> previous(BaselineQuery query, @Nullable String tag) {
        Expression filter = on(query.platform());
        if (tag != null) {
            filter = filter.and(Expression.of("#tag = :tag").with(":tag", tag));
        }
        if (query.digest() != null) {
            filter = filter.and(Expression.of("attribute_not_exists(#digest) OR #digest <> :digest")
                    .with(":digest", query.digest().value()));
        }
        if (query.self() != null) {
            filter = filter.and(
                    Expression.of("#scan <> :self").with(":self", query.self().value()));
        }
        String before = query.before() == null ? HistoryKeys.END : HistoryKeys.complete(query.before());
        return newest(HistoryKeys.image(ImageName.of(query.imageName()).place()), before, filter);
    }

    // A filter that always holds, where any platform will do.
    private static Expression on(@Nullable Platform platform) {
        return platform == null
                ? Expression.of("attribute_exists(#scan)")
                : Expression.of("#platform = :platform").with(":platform", platform.toString());
    }

    private Optional<ScanId> newest(String partition, String before, Expression filter) {
        String end = before.equals(HistoryKeys.END) ? "C#" + HistoryKeys.END : before;
        return lines.items(partition, new Lines.Range("C#", end), filter, LINES_AT_ONCE)
                .findFirst()
                .map(item -> ANSWERS.reading("a line of " + partition, () -> scan(item)));
    }

    private static ScanId scan(Item item) {
        return new ScanId(item.text(ScanItems.SCAN));
    }

    // A scan may be forgotten between the line and its document; then the line is gone too when it is looked for again.
    private Optional<ScanRecord> loaded(Supplier<Optional<ScanId>> look) {
        Optional<ScanId> id = look.get();
        while (id.isPresent()) {
            Optional<ScanRecord> scan = documents.find(id.get());
            if (scan.isPresent()) {
                return scan;
            }
            Optional<ScanId> again = look.get();
            if (again.equals(id)) {
                throw new CorruptHistoryException("has a line and no document", "scan " + id.get(), null);
            }
            id = again;
        }
        return Optional.empty();
    }
}
