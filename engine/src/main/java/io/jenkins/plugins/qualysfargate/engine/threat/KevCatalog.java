package io.jenkins.plugins.qualysfargate.engine.threat;

import java.time.Instant;
import java.util.Set;

/**
 * The vulnerabilities that CISA knows to be exploited.
 *
 * @param cves upper case
 * @param released when CISA released this state of the catalogue
 */
public record KevCatalog(Set<String> cves, Instant released) {
    public KevCatalog {
        cves = Set.copyOf(cves);
    }

    public boolean contains(String cve) {
        return cves.contains(cve);
    }
}
