package io.jenkins.plugins.qualysfargate.engine.aws.history;

import static io.jenkins.plugins.qualysfargate.engine.aws.history.HistoryAnswers.ANSWERS;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import io.jenkins.plugins.qualysfargate.engine.aws.store.TableQuery;
import io.jenkins.plugins.qualysfargate.engine.history.NameGlob;
import java.util.List;
import java.util.stream.Stream;

/** The image names that scans have, so that a glob is held against names and not against scans. */
final class Names {
    private static final String PLACE = "place";

    private final Table table;
    private final Register register;

    Names(Table table, Register register) {
        this.table = table;
        this.register = register;
    }

    /** Says that a scan of this image is about to be kept. */
    void use(String place) {
        register.use(HistoryKeys.key(HistoryKeys.NAMES, HistoryKeys.name(place)).with(PLACE, encoded(place)));
    }

    List<String> matching(NameGlob glob) {
        return entries(prefix(glob))
                .map(Names::place)
                .filter(glob::matchesPlace)
                .toList();
    }

    Stream<Item> all() {
        return entries("");
    }

    private Stream<Item> entries(String prefix) {
        Expression key = prefix.isEmpty()
                ? Expression.of("#pk = :pk")
                : Expression.of("#pk = :pk AND begins_with(#sk, :prefix)").with(":prefix", prefix);
        return table.query(TableQuery.of(key.with(":pk", HistoryKeys.NAMES)));
    }

    // What the last part of every name that matches begins with; "" where that cannot be told, because a star may stand
    // for a slash too.
    static String prefix(NameGlob glob) {
        String place = glob.place();
        String last = place.substring(place.lastIndexOf('/') + 1);
        int wild = wild(last);
        if (wild == last.length()) {
            return HistoryKeys.word(last) + "|";
        }
        return place.indexOf('/') < 0 ? HistoryKeys.word(last.substring(0, wild)) : "";
    }

    private static int wild(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '*' || text.charAt(i) == '?') {
                return i;
            }
        }
        return text.length();
    }

    // DynamoDB's texts are UTF-8, which cannot carry half a surrogate pair, as hostile names may hold one.
    private static byte[] encoded(String place) {
        byte[] bytes = new byte[Character.BYTES * place.length()];
        java.nio.ByteBuffer.wrap(bytes).asCharBuffer().put(place);
        return bytes;
    }

    static String place(Item entry) {
        return java.nio.ByteBuffer.wrap(ANSWERS.reading("entry " + entry.text("sk"), () -> entry.bytes(PLACE)))
                .asCharBuffer()
                .toString();
    }
}
