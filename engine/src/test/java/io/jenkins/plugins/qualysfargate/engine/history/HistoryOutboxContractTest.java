package io.jenkins.plugins.qualysfargate.engine.history;

import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxContractTest;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.util.List;

/** Messages that are saved with scans, for the tests of outboxes. */
public abstract class HistoryOutboxContractTest extends OutboxContractTest {

    /** An empty history. */
    protected abstract History history() throws Exception;

    @Override
    protected Changes open() throws Exception {
        History history = history();
        return new Changes() {
            @Override
            public Outbox outbox() {
                return history.outbox();
            }

            @Override
            public void save(String change, List<OutboxMessage> messages) {
                history.record(Scans.failing(change).make(), messages);
            }

            @Override
            public void close() {
                history.close();
            }
        };
    }
}
