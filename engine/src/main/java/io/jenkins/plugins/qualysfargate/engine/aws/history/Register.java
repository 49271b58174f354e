package io.jenkins.plugins.qualysfargate.engine.aws.history;

import io.jenkins.plugins.qualysfargate.engine.aws.store.Expression;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Item;
import io.jenkins.plugins.qualysfargate.engine.aws.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What partitions of the history table are in use: days, and image names. An entry stands before the first scan of its
 * partition does, so that none is overlooked; it is dropped only long after the last writer has said that it uses it.
 */
final class Register {
    /** A writer says once in this time that it uses an entry. */
    static final Duration SAID_EVERY = Duration.ofDays(1);

    /** An entry that nobody has mentioned for this long has no writer that is still under way. */
    static final Duration SETTLED = SAID_EVERY.multipliedBy(2);

    private static final String TOUCHED = "touched";
    private static final int MOST_REMEMBERED = 20_000;

    private final Table table;
    private final Clock clock;
    private final Map<Item, Instant> said = new ConcurrentHashMap<>();

    Register(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** @param entry key and whatever else there is to say */
    void use(Item entry) {
        Instant now = clock.instant();
        Instant last = said.get(entry);
        if (last != null && last.plus(SAID_EVERY).isAfter(now)) {
            return;
        }
        table.put(entry.with(TOUCHED, now.getEpochSecond()));
        if (said.size() >= MOST_REMEMBERED) {
            said.clear();
        }
        said.put(entry, now);
    }

    boolean settled(Item entry) {
        return entry.number(TOUCHED) <= limit();
    }

    /** Drops an entry unless somebody has mentioned it of late. */
    boolean drop(Item entry) {
        return table.delete(
                entry.only("pk", "sk"), Expression.of("#touched <= :limit").with(":limit", limit()));
    }

    private long limit() {
        return clock.instant().minus(SETTLED).getEpochSecond();
    }
}
