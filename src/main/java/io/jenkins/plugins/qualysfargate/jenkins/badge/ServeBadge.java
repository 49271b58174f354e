package io.jenkins.plugins.qualysfargate.jenkins.badge;

import hudson.model.Job;
import io.jenkins.plugins.qualysfargate.engine.badge.Badge;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.words.PlainAnswer;
import java.time.Duration;
import java.util.Optional;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;

/** Answers a request for a badge. Whether a job is missing or may not be seen, the answer is the same. */
public final class ServeBadge {
    private ServeBadge() {}

    /** @param job empty if there is none of the name that was asked for */
    public static HttpResponse of(Optional<? extends Job<?, ?>> job, StaplerRequest2 request) {
        BadgeOrder order;
        try {
            order = BadgeOrder.parse(request.getParameter("subject"), request.getParameter("build"));
        } catch (IllegalArgumentException unknown) {
            return PlainAnswer.badRequest(unknown.getMessage());
        }
        return job.filter(found -> found.hasPermission(BadgePermission.VIEW_STATUS))
                .<HttpResponse>map(found -> answer(found, order))
                .orElseGet(() -> PlainAnswer.notFound("There is no such job, or you may not see its badge."));
    }

    /** The badge of this Jenkins as a whole. */
    static HttpResponse overall() {
        return JenkinsFacade.get().all(OverallBadge.class).stream()
                .filter(OverallBadge::isVisible)
                .findFirst()
                .<HttpResponse>flatMap(found -> found.badge(SharedEngine.clock().instant())
                        .map(badge -> new BadgeAnswer(badge, found.isPublic())))
                .orElseGet(() -> PlainAnswer.notFound("There is no such badge, or you may not see it."));
    }

    private static HttpResponse answer(Job<?, ?> job, BadgeOrder order) {
        Duration staleAfter = Duration.ofDays(QualysConfiguration.get().getStaleAfterDays());
        Badge badge = new JobBadge(SharedEngine.clock().instant(), staleAfter).of(job, order);
        return new BadgeAnswer(badge, job.getACL().hasPermission2(Jenkins.ANONYMOUS2, BadgePermission.VIEW_STATUS));
    }
}
