package io.jenkins.plugins.qualysfargate.jenkins.badge;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.Job;
import hudson.model.UnprotectedRootAction;
import hudson.security.ACL;
import hudson.security.ACLContext;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import java.util.Optional;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.verb.GET;

/**
 * Serves badges to people who may see nothing else of this Jenkins: {@code /qualys-fargate/badge/folder/job.svg}, or
 * {@code /qualys-fargate/badge.svg?job=folder/job}; and {@code /qualys-fargate/badge/compliance} for all scheduled scans.
 */
@Extension
public final class BadgeRoot implements UnprotectedRootAction {
    public static final String URL_NAME = "qualys-fargate";
    private static final String ENDING = ".svg";

    /** No name of a job, because it has no ending. */
    private static final String OVERALL = "/compliance";

    @Override
    public String getIconFileName() {
        return null;
    }

    @Override
    public String getDisplayName() {
        return null;
    }

    @Override
    public String getUrlName() {
        return URL_NAME;
    }

    @GET
    public HttpResponse doBadge(StaplerRequest2 request) {
        String path = request.getRestOfPath();
        if (path.equals(OVERALL)) {
            return ServeBadge.overall();
        }
        boolean named = path.startsWith("/") && path.endsWith(ENDING);
        return ServeBadge.of(
                named ? find(path.substring(1, path.length() - ENDING.length())) : Optional.empty(), request);
    }

    @GET
    @WebMethod(name = "badge.svg")
    public HttpResponse doBadgeOf(StaplerRequest2 request) {
        return ServeBadge.of(find(request.getParameter("job")), request);
    }

    /** The job whoever may see it; the permission is checked on what was found. */
    private static Optional<Job<?, ?>> find(@CheckForNull String name) {
        if (name == null || name.isEmpty()) {
            return Optional.empty();
        }
        try (ACLContext system = ACL.as2(ACL.SYSTEM2)) {
            return JenkinsFacade.get().job(name);
        }
    }
}
