package io.jenkins.plugins.qualysfargate.jenkins.badge;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Job;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.badge.Badge;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuild;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the badge of a job says; a build that is missing, still running or scanned nothing makes it unknown. */
final class JobBadge {
    private final Instant now;
    private final Duration staleAfter;

    JobBadge(Instant now, Duration staleAfter) {
        this.now = now;
        this.staleAfter = staleAfter;
    }

    Badge of(Job<?, ?> job, BadgeOrder order) {
        ScannedBuild build = scanned(order.build().apply(job)).orElse(null);
        VerdictKind verdict = build == null ? VerdictKind.INDETERMINATE : build.verdict();
        SeverityCounts counts = build == null ? null : build.counts();
        Instant evidence = build == null ? now : Instant.ofEpochMilli(build.evidenceAt());
        return switch (order.subject()) {
            case compliance -> Badge.compliance(verdict, evidence, now, staleAfter);
            case vulnerabilities -> Badge.vulnerabilities(verdict, counts, evidence, now, staleAfter);
        };
    }

    private static Optional<ScannedBuild> scanned(@CheckForNull Run<?, ?> run) {
        return run == null || run.isBuilding() ? Optional.empty() : ScannedBuild.of(run);
    }
}
