package io.jenkins.plugins.qualysfargate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.history.FakeHistory;
import io.jenkins.plugins.qualysfargate.engine.history.HistoryUnavailableException;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.history.Scans;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HistoryTrendsTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Terminal terminal = new Terminal(
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            100);
    private final FakeHistory history = new FakeHistory();
    private final ScanRecord scan = Scans.failing("one").make();

    @Test
    void shouldGiveWhatTheHistoryHas() {
        history.record(scan);
        assertThat(new HistoryTrends(history, terminal).of(scan.image())).isNotNull();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void shouldSayWhyThereIsNoTrendAndGoOn() {
        history.failWith(new HistoryUnavailableException("the disk is gone", null));
        assertThat(new HistoryTrends(history, terminal).of(scan.image())).isNull();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("no trend of", "payments-api", "the disk is gone");
    }

    @Test
    void shouldKnowNothingWithoutAHistory() {
        assertThat(new HistoryTrends(null, terminal).of(scan.image())).isNull();
        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    }
}
