package io.jenkins.plugins.qualysfargate.engine.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.outbox.Outbox;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxContractTest;
import io.jenkins.plugins.qualysfargate.engine.outbox.OutboxMessage;
import java.util.List;

/** Messages that are saved with documents of a ledger, for the tests of outboxes. */
public abstract class LedgerOutboxContractTest extends OutboxContractTest {

    /** An empty ledger. */
    protected abstract Ledger ledger() throws Exception;

    @Override
    protected Changes open() throws Exception {
        Ledger ledger = ledger();
        return new Changes() {
            @Override
            public Outbox outbox() {
                return ledger.outbox();
            }

            @Override
            public void save(String change, List<OutboxMessage> messages) {
                try {
                    ledger.commit(new Commit(
                            List.of(), List.of(Documents.entry(Documents.key(change))), messages, List.of()));
                } catch (LedgerConflictException saved) {
                    assertThat(saved).hasMessageContaining(change);
                }
            }

            @Override
            public void close() {
                ledger.close();
            }
        };
    }
}
