package io.jenkins.plugins.qualysfargate.jenkins.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Action;
import hudson.model.Api;
import hudson.model.Item;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.jenkins.result.RecordedScan;
import io.jenkins.plugins.qualysfargate.jenkins.result.RunScans;
import java.util.List;
import jenkins.security.stapler.StaplerNotDispatchable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;

/** {@code <build>/qualys-fargate/}: the scans of a build that has any. */
@ExportedBean
public final class BuildPage implements Action, StaplerProxy {
    /** Name of the page in the build's address. */
    public static final String URL_NAME = "qualys-fargate";

    private final Run<?, ?> run;
    private final RunScans scans;

    BuildPage(Run<?, ?> run, RunScans scans) {
        this.run = run;
        this.scans = scans;
    }

    /** Nothing of it is for those who may not read the build. */
    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    @Override
    public String getIconFileName() {
        return "symbol-qualys-fargate plugin-qualys-fargate";
    }

    @Override
    public String getDisplayName() {
        return Messages.BuildPage_displayName();
    }

    @Override
    public String getUrlName() {
        return URL_NAME;
    }

    @StaplerNotDispatchable
    public Run<?, ?> getRun() {
        return run;
    }

    public Api getApi() {
        return new Api(this);
    }

    /** In the order in which they ended. */
    @Exported(visibility = 2)
    public List<ScanPage> getScans() {
        return scans.getScans().stream().map(this::page).toList();
    }

    /** The report of one scan; null if this build has none of this number. */
    @CheckForNull
    public ScanPage getDynamic(String id) {
        RecordedScan scan = scans.scan(id);
        return scan == null ? null : page(scan);
    }

    /** The only report, or the list of all. */
    @GET
    public HttpResponse doIndex() {
        run.checkPermission(Item.READ);
        List<RecordedScan> all = scans.getScans();
        return all.size() == 1
                ? HttpResponses.redirectTo(all.get(0).getId() + "/")
                : HttpResponses.forwardToView(this, "list");
    }

    private ScanPage page(RecordedScan scan) {
        return new ScanPage(run, scan, scans.directory(scan));
    }
}
