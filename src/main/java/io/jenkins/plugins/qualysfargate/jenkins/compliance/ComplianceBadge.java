package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import hudson.Extension;
import io.jenkins.plugins.qualysfargate.engine.badge.Badge;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome.Answer;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckReport;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.badge.OverallBadge;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import jenkins.model.Jenkins;

/** The badge of the check: it passes only while all scans are well, and not for longer than somebody looks. */
@Extension
public final class ComplianceBadge implements OverallBadge {
    /** The watchdog looks every few minutes. */
    private static final Duration STALE_AFTER = Duration.ofHours(1);

    private static final String LABEL = "scans";

    @Override
    public Optional<Badge> badge(Instant now) {
        CheckStatus status = ComplianceCheck.get().status();
        if (!status.configured()) {
            return Optional.empty();
        }
        CheckReport report = status.report("", now);
        Badge badge = Badge.compliance(verdict(report.answer()), report.at(), now, STALE_AFTER);
        return Optional.of(new Badge(LABEL, badge.message(), badge.colour()));
    }

    private static VerdictKind verdict(Answer answer) {
        return switch (answer) {
            case OK -> VerdictKind.PASS;
            case FAILED -> VerdictKind.FAIL;
            case UNKNOWN -> VerdictKind.INDETERMINATE;
        };
    }

    @Override
    public boolean isVisible() {
        return JenkinsFacade.get().root().hasPermission(CompliancePermission.VIEW_STATUS);
    }

    @Override
    public boolean isPublic() {
        return JenkinsFacade.get().root().getACL().hasPermission2(Jenkins.ANONYMOUS2, CompliancePermission.VIEW_STATUS);
    }
}
