package io.jenkins.plugins.qualysfargate.engine.compliance.source.anchore;

import java.util.List;

/**
 * How waiting for Anchore itself ended.
 *
 * @param ready true if the API answers, every needed service is up and every feed is there
 * @param missing what was still missing when the time was over, a sentence each
 */
public record SystemWait(boolean ready, List<String> missing) {
    public SystemWait {
        missing = List.copyOf(missing);
    }
}
