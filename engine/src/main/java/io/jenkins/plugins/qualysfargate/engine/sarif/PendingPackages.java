package io.jenkins.plugins.qualysfargate.engine.sarif;

import io.jenkins.plugins.qualysfargate.engine.json.JsonCursor;
import io.jenkins.plugins.qualysfargate.engine.json.UnreadableReportException;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The packages of the result that is being read. They wait here until the result is over, because the order of keys is
 * free and the rule may be named after them.
 */
final class PendingPackages {
    /** Far over any real result; the whole list of a hostile one would have to stand on the heap. */
    private static final int MOST = 20_000;

    private final List<PackageFields> pool = new ArrayList<>();
    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    PackageFields get(int index) {
        return pool.get(index);
    }

    /** The next free place, cleared. */
    PackageFields add() throws UnreadableReportException {
        if (count == MOST) {
            throw new UnreadableReportException(
                    IndeterminateCause.OUT_OF_LIMITS,
                    "Cannot judge the report: one result lists more than " + MOST + " packages.",
                    "Check what wrote this report; no scanner is known to write such a result.");
        }
        if (count == pool.size()) {
            pool.add(new PackageFields());
        }
        PackageFields next = pool.get(count++);
        next.clear();
        return next;
    }

    /** Reads an array of packages; null is an empty one. */
    void readArray(JsonCursor cursor) throws IOException {
        if (cursor.isNull()) {
            return;
        }
        cursor.array("vulnerableSoftware", () -> {
            PackageFields fields = add();
            cursor.object("an entry of vulnerableSoftware", name -> fields.field(cursor, name));
        });
    }
}
