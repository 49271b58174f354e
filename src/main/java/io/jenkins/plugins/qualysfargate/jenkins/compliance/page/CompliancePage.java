package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Api;
import hudson.model.RootAction;
import hudson.security.Permission;
import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.check.report.CheckReport;
import io.jenkins.plugins.qualysfargate.engine.check.report.ScanLine;
import io.jenkins.plugins.qualysfargate.engine.compliance.Standing;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CheckStatus;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceCheck;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CompliancePermission;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.StuckMessage;
import io.jenkins.plugins.qualysfargate.jenkins.words.JsonAnswer;
import io.jenkins.plugins.qualysfargate.jenkins.words.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jenkins.security.stapler.StaplerDispatchable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.Stapler;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;

/**
 * {@code /qualys-compliance/}: how all scheduled scans stand. What the watchdog found last is at hand, so the page of scans asks
 * nobody and reads no file; what is on record is read only by the pages that show it.
 */
@Extension
@ExportedBean
public final class CompliancePage implements RootAction, StaplerProxy {
    /** Rows of a table on one page. */
    static final int PER_PAGE = 100;

    private static final int CALENDARS = 25;

    /** Nothing of it is for those who may not see it. */
    @Override
    public Object getTarget() {
        JenkinsFacade.get().root().checkPermission(CompliancePermission.VIEW);
        return this;
    }

    @CheckForNull
    @Override
    public String getIconFileName() {
        return may(CompliancePermission.VIEW) ? "symbol-qualys-fargate plugin-qualys-fargate" : null;
    }

    @Override
    public String getDisplayName() {
        return Messages.CompliancePage_displayName();
    }

    @Override
    public String getUrlName() {
        return ComplianceCheck.PAGE;
    }

    public Api getApi() {
        return new Api(this);
    }

    /** What people may do. */
    @StaplerDispatchable
    public ComplianceActs getAct() {
        return new ComplianceActs();
    }

    /** What is on record. */
    public OnRecord getRecord() {
        return new OnRecord();
    }

    public boolean isMayAcknowledge() {
        return may(CompliancePermission.ACKNOWLEDGE);
    }

    public boolean isMayMute() {
        return may(CompliancePermission.MUTE);
    }

    public boolean isMayResubmit() {
        return may(CompliancePermission.RESUBMIT);
    }

    private static boolean may(Permission permission) {
        return JenkinsFacade.get().root().hasPermission(permission);
    }

    static CheckStatus status() {
        return ComplianceCheck.get().status();
    }

    static Instant now() {
        return SharedEngine.clock().instant();
    }

    private static CheckReport report() {
        return status().report("", now());
    }

    private static List<Standing> standings() {
        CheckOutcome outcome = status().outcome();
        return outcome == null ? List.of() : outcome.standings();
    }

    /** False if nothing is to be checked. */
    public boolean isConfigured() {
        return status().configured();
    }

    /** {@code OK}, {@code FAILED} or {@code UNKNOWN}. */
    @Exported
    public String getAnswer() {
        return report().answer().name();
    }

    public StateWord getAnswerWord() {
        return StateWord.of(report().answer());
    }

    @Exported
    public String getReason() {
        return report().reason();
    }

    /** When everything was looked at, in ISO 8601; null if it never was. */
    @CheckForNull
    @Exported
    public String getCheckedAt() {
        CheckOutcome outcome = status().outcome();
        return outcome == null ? null : outcome.at().toString();
    }

    @CheckForNull
    public Moment getChecked() {
        CheckOutcome outcome = status().outcome();
        return outcome == null ? null : Moment.of(outcome.at());
    }

    /** How many scans are in each state. */
    @Exported
    public Map<String, Long> getCounts() {
        return report().counts();
    }

    /** Names of the scans that failed or missed their window. */
    @Exported
    public List<String> getFailing() {
        return CheckReport.names(report().failing());
    }

    /** Names of the scans of which nobody can tell. */
    @Exported
    public List<String> getUnknown() {
        return CheckReport.names(report().unknown());
    }

    /** The open incidents, as of the last turn. */
    @Exported
    public List<IncidentView> getIncidents() {
        CheckOutcome outcome = status().outcome();
        return outcome == null
                ? List.of()
                : outcome.incidents().stream().map(IncidentView::new).toList();
    }

    @Exported
    public List<SourceCard> getSources() {
        CheckOutcome outcome = status().outcome();
        return outcome == null
                ? List.of()
                : outcome.sources().stream().map(SourceCard::new).toList();
    }

    /** What is wrong with the file or the check, a sentence each. */
    public List<String> getProblems() {
        return status().problems();
    }

    /** Messages about incidents that nobody has received. */
    public List<StuckMessage> getStuck() {
        return status().stuck();
    }

    /** What the present request asks for. */
    public ScanQuery getQuery() {
        return ScanQuery.of(Stapler.getCurrentRequest2());
    }

    /** The scans that it asks for. */
    public Slice<ScanRow> getRows() {
        return getQuery().of(standings(), PER_PAGE).map(ScanRow::new);
    }

    /** The same for programs. */
    @GET
    public HttpResponse doScans(StaplerRequest2 request) {
        JenkinsFacade.get().root().checkPermission(CompliancePermission.VIEW);
        Slice<Standing> slice = ScanQuery.of(request).of(standings(), PER_PAGE);
        CheckReport report = report();
        ScanList list = new ScanList(
                report.at(),
                slice.total(),
                slice.page(),
                slice.pages(),
                slice.items().stream().map(ScanLine::of).toList());
        return new JsonAnswer(out -> RecordJson.write(out, list));
    }

    /** The scans that the request asks for, with their last days. */
    public Slice<SubjectView> getCalendars() {
        return getRecord().calendars(getQuery().of(standings(), CALENDARS), now());
    }

    /** The scan that the request asks for; null if there is none. */
    @CheckForNull
    public SubjectView getSubject() {
        StaplerRequest2 request = Stapler.getCurrentRequest2();
        TrackKey key = new TrackKey(
                Util.fixNull(request.getParameter("monitor")), Util.fixNull(request.getParameter("subject")));
        List<Standing> found =
                standings().stream().filter(each -> each.key().equals(key)).toList();
        return getRecord().calendars(Slice.of(found, 1, 1), now()).items().stream()
                .findFirst()
                .orElse(null);
    }
}
