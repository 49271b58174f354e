package io.jenkins.plugins.qualysfargate.engine.results;

import com.fasterxml.jackson.core.JsonToken;
import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads of a row only what a query asks about: whether it matches, and what it is sorted by. The same object takes the next. */
final class RowProbe {
    private static final List<RowKind> ALL_KINDS = List.of(RowKind.values());
    private static final List<Severity> ALL_SEVERITIES = List.of(Severity.values());
    private static final String[] KINDS = ALL_KINDS.stream().map(RowKind::word).toArray(String[]::new);
    private static final String[] SEVERITIES =
            ALL_SEVERITIES.stream().map(Severity::word).toArray(String[]::new);

    private final FindingQuery query;
    private final RowTexts texts;

    private int kind;
    private int severity;
    private JsonToken isNew = JsonToken.VALUE_NULL;
    private boolean fixable;
    private boolean waived;
    private boolean cut;
    private double number;

    RowProbe(FindingQuery query) {
        this.query = query;
        this.texts = new RowTexts(query);
    }

    /** Reads the row that the cursor stands on. */
    void read(JsonCursor cursor) throws IOException {
        kind = -1;
        severity = -1;
        isNew = JsonToken.VALUE_NULL;
        fixable = false;
        waived = false;
        cut = false;
        number = Double.NaN;
        texts.clear();
        cursor.object("a row", name -> field(cursor, name));
        if (kind < 0 || severity < 0) {
            throw cursor.malformed("a row has no kind or no severity");
        }
    }

    private void field(JsonCursor cursor, String name) throws IOException {
        switch (name) {
            case "kind" -> kind = word(cursor, name, KINDS);
            case "severity" -> severity = word(cursor, name, SEVERITIES);
            case "id" -> texts.text(cursor, SortKey.ID);
            case "title" -> texts.text(cursor, SortKey.TITLE);
            case "place" -> texts.place(cursor);
            case "cves" -> texts.cves(cursor);
            case "packages" -> texts.packages(cursor);
            case "waivers" ->
                cursor.array(name, () -> {
                    waived = true;
                    cursor.skip();
                });
            case "isNew" -> isNew = flag(cursor, name);
            case "fixable" -> fixable = flag(cursor, name) == JsonToken.VALUE_TRUE;
            case "cut" -> cut = flag(cursor, name) == JsonToken.VALUE_TRUE;
            case "cvss" -> number(cursor, SortKey.CVSS);
            case "qds" -> number(cursor, SortKey.QDS);
            case "firstSeen" -> firstSeen(cursor);
            default -> cursor.skip();
        }
    }

    private static int word(JsonCursor cursor, String name, String[] words) throws IOException {
        for (int i = 0; i < words.length; i++) {
            if (cursor.textIs(words[i])) {
                return i;
            }
        }
        throw cursor.malformed("the " + name + " of a row is none of " + Arrays.toString(words));
    }

    private static JsonToken flag(JsonCursor cursor, String name) throws IOException {
        JsonToken token = cursor.token();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw cursor.malformed("the " + name + " of a row is neither true nor false");
        }
        return token;
    }

    private void number(JsonCursor cursor, SortKey key) throws IOException {
        JsonToken token = cursor.token();
        if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
            throw cursor.malformed("the " + key.word() + " of a row is no number");
        }
        if (query.sort() == key) {
            number = cursor.parser().getDoubleValue();
        }
    }

    private void firstSeen(JsonCursor cursor) throws IOException {
        if (query.sort() != SortKey.FIRST_SEEN) {
            cursor.skip();
            return;
        }
        try {
            number = Instant.parse(String.valueOf(cursor.textOrNull("firstSeen")))
                    .toEpochMilli();
        } catch (DateTimeException | ArithmeticException wrong) {
            throw cursor.malformed("the firstSeen of a row is no time");
        }
    }

    RowKind kind() {
        return ALL_KINDS.get(kind);
    }

    Severity severity() {
        return ALL_SEVERITIES.get(severity);
    }

    boolean matches() {
        return matchesPlainly() && texts.found() && isNewEnough();
    }

    /** True for a row that does not match, but might if all of it had been kept and it had been compared. */
    boolean undecided() {
        return !matches()
                && matchesPlainly()
                && (texts.found() || cut)
                && (isNewEnough() || isNew == JsonToken.VALUE_NULL);
    }

    private boolean matchesPlainly() {
        return query.severities().contains(severity())
                && (query.kind() == null || query.kind() == kind())
                && (!query.onlyFixable() || fixable)
                && (query.showWaived() || !waived);
    }

    private boolean isNewEnough() {
        return !query.onlyNew() || isNew == JsonToken.VALUE_TRUE;
    }

    /** What the row is sorted by if that is a text; null if it has none. */
    @Nullable
    String sortText() {
        return texts.sortText();
    }

    /** What the row is sorted by if that is no text; not a number if it has none. */
    double sortNumber() {
        return switch (query.sort()) {
            case SEVERITY -> severity;
            case FIXABLE -> fixable ? 0 : 1;
            case NEW -> isNew == JsonToken.VALUE_NULL ? Double.NaN : isNew == JsonToken.VALUE_TRUE ? 0 : 1;
            case CVSS, QDS, FIRST_SEEN -> number;
            case ID, TITLE, PACKAGE, CVE -> Double.NaN;
        };
    }
}
