package io.jenkins.plugins.qualysfargate.engine.compliance.source;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets time pass between two questions. */
@FunctionalInterface
public interface Patience {
    /** That of this machine. */
    Patience REAL = time -> TimeUnit.MILLISECONDS.sleep(time.toMillis());

    void pass(Duration time) throws InterruptedException;
}
