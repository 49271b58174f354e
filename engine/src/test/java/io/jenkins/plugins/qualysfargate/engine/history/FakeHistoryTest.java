package io.jenkins.plugins.qualysfargate.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FakeHistoryTest extends HistoryContractTest {
    @Override
    protected History open() {
        return new FakeHistory();
    }

    @Test
    void shouldBreakDownWhenItIsTold() {
        FakeHistory history = new FakeHistory();
        history.failWith(new HistoryUnavailableException("the disk is gone", null));

        assertThatThrownBy(() -> history.record(Scans.passing("one").make())).hasMessage("the disk is gone");

        history.recover();
        assertThat(history.recorded()).isEmpty();
    }
}
