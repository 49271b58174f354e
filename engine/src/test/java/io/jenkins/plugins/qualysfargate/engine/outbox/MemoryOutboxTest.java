package io.jenkins.plugins.qualysfargate.engine.outbox;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

class MemoryOutboxTest extends OutboxContractTest {
    @Override
    protected Changes open() {
        MemoryOutbox outbox = new MemoryOutbox();
        Set<String> saved = new HashSet<>();
        return new Changes() {
            @Override
            public Outbox outbox() {
                return outbox;
            }

            @Override
            public void save(String change, List<OutboxMessage> messages) {
                if (saved.add(change)) {
                    messages.forEach(outbox::save);
                }
            }

            @Override
            public void close() {
                saved.clear();
            }
        };
    }
}
