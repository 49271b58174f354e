package io.jenkins.plugins.qualysfargate.engine.threat;

import org.jspecify.annotations.Nullable;

/**
 * Where feeds come from: a file path, or an address that starts with {@code https://}.
 *
 * @param kev CISA's catalogue as JSON; null for none
 * @param epss FIRST's scores as CSV, packed with gzip or not; null for none
 */
public record FeedSources(@Nullable String kev, @Nullable String epss) {

    /** CISA's own address of the catalogue. */
    public static final String CISA =
            "https://www.cisa.gov/sites/default/files/feeds/known_exploited_vulnerabilities.json";

    /** FIRST's own address of today's scores. */
    public static final String FIRST = "https://epss.empiricalsecurity.com/epss_scores-current.csv.gz";

    /** No feed at all. */
    public static FeedSources none() {
        return new FeedSources(null, null);
    }
}
