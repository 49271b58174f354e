package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.compliance.Look;
import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A source that is made when it is looked at first, because making it already asks somebody something. */
final class Deferred implements ScanSource {
    private final String id;
    private final Supplier<ScanSource> maker;
    private @Nullable ScanSource source;

    Deferred(String id, Supplier<ScanSource> maker) {
        this.id = id;
        this.maker = maker;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized Look look(Instant from, Instant now) {
        ScanSource current = source;
        if (current == null) {
            try {
                current = maker.get();
                source = current;
            } catch (AwsException failed) {
                return new Look.Blind(
                        id, now, String.valueOf(failed.getMessage()), "Follow the advice, then look again.", false);
            }
        }
        return current.look(from, now);
    }
}
