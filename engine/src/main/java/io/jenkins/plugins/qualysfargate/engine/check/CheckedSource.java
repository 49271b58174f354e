package io.jenkins.plugins.qualysfargate.engine.check;

import io.jenkins.plugins.qualysfargate.engine.compliance.ScanSource;
import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import java.time.Duration;

/**
 * A source with how it is to be looked at.
 *
 * @param every how often it is looked at
 * @param patience how long after its last answer it counts as seen all the same
 * @param care who hears when it cannot be looked at, or a part of it is broken
 */
public record CheckedSource(ScanSource source, Duration every, Duration patience, Care care) {

    public String id() {
        return source.id();
    }
}
