package io.jenkins.plugins.qualysfargate.jenkins.trend;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Functions;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Job;
import io.jenkins.plugins.qualysfargate.engine.chart.Trend;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendChart;
import io.jenkins.plugins.qualysfargate.engine.chart.TrendPoint;
import io.jenkins.plugins.qualysfargate.jenkins.badge.BadgeSnippets;
import io.jenkins.plugins.qualysfargate.jenkins.badge.ServeBadge;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuild;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jenkins.security.stapler.StaplerNotDispatchable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.WebMethod;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;

/** {@code <job>/qualys-fargate/}: how the job kept to its policy, and its badges. Shown once something was scanned. */
@ExportedBean
public final class JobPage implements Action, StaplerProxy {
    /** Name of the page in the job's address. */
    public static final String URL_NAME = "qualys-fargate";

    private final Job<?, ?> job;

    JobPage(Job<?, ?> job) {
        this.job = job;
    }

    /** Nothing of it is for those who may not read the job. */
    @Override
    public Object getTarget() {
        job.checkPermission(Item.READ);
        return this;
    }

    @CheckForNull
    @Override
    public String getIconFileName() {
        return isShown() ? "symbol-qualys-fargate plugin-qualys-fargate" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.JobPage_displayName();
    }

    @Override
    public String getUrlName() {
        return URL_NAME;
    }

    @StaplerNotDispatchable
    public Job<?, ?> getJob() {
        return job;
    }

    public Api getApi() {
        return new Api(this);
    }

    /** True if at least one build has scanned something. */
    public boolean isShown() {
        return !index().builds().isEmpty();
    }

    /** The last scanned builds for programs, the latest first; nothing at all for a job that scans nothing. */
    @CheckForNull
    @Exported(visibility = 2, skipNull = true)
    public List<BuildRow> getBuilds() {
        return isShown() ? getRows() : null;
    }

    /** The last scanned builds, the latest first. */
    public List<BuildRow> getRows() {
        List<BuildRow> rows =
                new ArrayList<>(index().builds().stream().map(BuildRow::new).toList());
        Collections.reverse(rows);
        return rows;
    }

    /** The same as a picture, every text of it escaped. */
    public String getChart() {
        List<TrendPoint> points = index().builds().stream().map(JobPage::point).toList();
        return TrendChart.inline(Trend.of(points), job.getFullDisplayName(), new LocalTrendWords());
    }

    private static TrendPoint point(ScannedBuild build) {
        return new TrendPoint(
                "#" + build.number(), build.verdict(), build.outstanding(), build.introduced(), build.fixed());
    }

    /** How to put a badge into a page elsewhere. */
    public BadgeSnippets getSnippets() {
        return BadgeSnippets.of(job, Functions.inferHudsonURL(Stapler.getCurrentRequest2()));
    }

    @GET
    @WebMethod(name = "badge.svg")
    public HttpResponse doBadge(StaplerRequest2 request) {
        job.checkPermission(Item.READ);
        return ServeBadge.of(Optional.of(job), request);
    }

    private TrendIndex index() {
        return JobTrends.of(job);
    }
}
