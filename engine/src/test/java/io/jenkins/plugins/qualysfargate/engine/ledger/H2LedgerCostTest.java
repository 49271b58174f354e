package io.jenkins.plugins.qualysfargate.engine.ledger;

import static io.jenkins.plugins.qualysfargate.engine.ledger.Documents.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Far above what was measured, so that only another order of magnitude fails; the figures are logged. */
class H2LedgerCostTest {
    private static final int OCCURRENCES = 10_000;

    @TempDir
    Path directory;

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    @Test
    void shouldSaveTenThousandOccurrencesAndFindOneInAMoment() throws LedgerConflictException {
        List<Entry> ahead = IntStream.range(0, OCCURRENCES)
                .mapToObj(i -> Documents.occurrence("monitor-" + i % 500, NOON.plusSeconds(i)))
                .toList();
        try (H2Ledger ledger = H2Ledger.open(directory, Clock.systemUTC())) {
            ledger.head();
            for (int round = 0; round < 2; round++) {
                long since = System.nanoTime();
                ledger.commit(new Commit(ahead, List.of(), List.of(), List.of(Documents.note("tick"))));
                long took = millis(since);
                assertThat(took).as("milliseconds of save %d", round).isLessThan(8_000);
                System.getLogger("figures").log(System.Logger.Level.INFO, "save " + round + ": " + took + " ms");
            }
            long since = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                assertThat(ledger.find(ahead.get(i * 7 % OCCURRENCES).key())).isPresent();
            }
            long took = millis(since);
            assertThat(took).as("milliseconds of 1,000 finds").isLessThan(8_000);
            System.getLogger("figures").log(System.Logger.Level.INFO, "1,000 finds: " + took + " ms");
        }
    }
}
