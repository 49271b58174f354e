package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.threat.EpssScores;
import io.jenkins.plugins.qualysfargate.engine.threat.KevCatalog;
import io.jenkins.plugins.qualysfargate.engine.threat.ThreatFeeds;
import io.jenkins.plugins.qualysfargate.engine.yaml.Wording;
import org.jspecify.annotations.Nullable;

/** Finds vulnerabilities that are exploited (KEV) or likely to be (EPSS). */
final class ThreatRule implements FindingRule {
    private final @Nullable KevCatalog kev;
    private final @Nullable EpssScores epss;
    private final double epssMax;
    private final Offences exploited = new Offences();
    private final Offences likely = new Offences();
    private long unscored;

    /** Feeds that the policy needs are there: that was asked before. */
    ThreatRule(ThreatRules rules, ThreatFeeds feeds) {
        Double max = rules.epssMax();
        this.kev = rules.denyKev() ? feeds.kev() : null;
        this.epss = max == null ? null : feeds.epss();
        this.epssMax = max == null ? 1 : max;
    }

    @Override
    public void see(Suspect suspect) {
        if (suspect.ignored()) {
            return;
        }
        if (kev != null) {
            Cves.of(suspect.finding()).stream()
                    .filter(kev::contains)
                    .findFirst()
                    .ifPresent(cve ->
                            exploited.add(suspect, "has " + cve + ", which is known to be exploited (CISA KEV)"));
        }
        if (epss != null) {
            seeProbability(suspect, epss);
        }
    }

    private void seeProbability(Suspect suspect, EpssScores scores) {
        double highest = -1;
        String worst = "";
        for (String cve : Cves.of(suspect.finding())) {
            double score = scores.of(cve).orElse(-1);
            if (score > highest) {
                highest = score;
                worst = cve;
            }
        }
        if (highest < 0) {
            unscored++;
        } else if (highest > epssMax) {
            likely.add(
                    suspect,
                    "has " + worst + ", which is exploited within 30 days with a probability of "
                            + Wording.number(highest) + " (EPSS), and the policy allows " + Wording.number(epssMax));
        }
    }

    @Override
    public void conclude(Conclusion conclusion) {
        conclusion.broken("kev", exploited, ".");
        conclusion.broken("epss.max", likely, ".");
        if (unscored > 0) {
            conclusion.warn("EPSS has no score for " + unscored + (unscored == 1 ? " finding" : " findings")
                    + ", so epss.max says nothing about them.");
        }
    }
}
