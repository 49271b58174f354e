package io.jenkins.plugins.qualysfargate.jenkins.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.model.Api;
import hudson.model.Item;
import hudson.model.ModelObject;
import hudson.model.Run;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.model.SeverityCounts;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.qualys.ConsoleAddress;
import io.jenkins.plugins.qualysfargate.jenkins.result.RecordedScan;
import io.jenkins.plugins.qualysfargate.jenkins.words.Numbers;
import io.jenkins.plugins.qualysfargate.jenkins.words.SeverityCount;
import io.jenkins.plugins.qualysfargate.jenkins.words.VerdictWord;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jenkins.security.stapler.StaplerDispatchable;
import jenkins.security.stapler.StaplerNotDispatchable;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.StaplerProxy;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;
import org.kohsuke.stapler.verb.GET;

/**
 * {@code <build>/qualys-fargate/<number>/}: one scan of a build. What the build's record knows is at hand; the files of
 * the scan are opened only when its page is asked for.
 */
@ExportedBean(defaultVisibility = 3)
public final class ScanPage implements ModelObject, StaplerProxy {
    private final Run<?, ?> run;
    private final RecordedScan scan;
    private final Path directory;

    ScanPage(Run<?, ?> run, RecordedScan scan, Path directory) {
        this.run = run;
        this.scan = scan;
        this.directory = directory;
    }

    /** Nothing of it is for those who may not read the build. */
    @Override
    public Object getTarget() {
        run.checkPermission(Item.READ);
        return this;
    }

    @Override
    public String getDisplayName() {
        return Messages.ScanPage_displayName(scan.getId());
    }

    @StaplerNotDispatchable
    public Run<?, ?> getRun() {
        return run;
    }

    public Api getApi() {
        return new Api(this);
    }

    @Exported
    public String getId() {
        return scan.getId();
    }

    /** {@code PASS}, {@code FAIL} or {@code INDETERMINATE}. */
    @Exported
    public String getVerdict() {
        return scan.verdict().name();
    }

    @Exported
    public String getReason() {
        return scan.getReason();
    }

    /** What was scanned, for a headline. */
    @Exported
    public String getTitle() {
        return scan.getTitle();
    }

    /** How many images, each platform counted. */
    @Exported(name = "images")
    public int getImageCount() {
        return scan.getImages();
    }

    /** In milliseconds since the epoch. */
    @Exported
    public long getJudgedAt() {
        return scan.getJudgedAt();
    }

    /** Findings by severity; null if they are not known. */
    @CheckForNull
    @Exported
    public Map<String, Long> getCounts() {
        if (scan.counts().isEmpty()) {
            return null;
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        scan.counts().forEach((severity, count) -> counts.put(severity.word(), count));
        return counts;
    }

    /** Null if nothing was compared. */
    @CheckForNull
    @Exported(name = "newFindings")
    public Long getIntroduced() {
        return scan.getIntroduced();
    }

    /** Null if nothing was compared. */
    @CheckForNull
    @Exported(name = "fixedFindings")
    public Long getFixed() {
        return scan.getFixed();
    }

    /** Name of the policy that judged it; null where it was not recorded. */
    @CheckForNull
    @Exported
    public String getPolicy() {
        return scan.getPolicy();
    }

    /** Changes whenever that policy changes; null where it was not recorded. */
    @CheckForNull
    @Exported
    public String getPolicyFingerprint() {
        return scan.getPolicyFingerprint();
    }

    /** Address of Qualys' pages about findings, to which a QID is appended; null where it is not known. */
    @CheckForNull
    public String getVulnerabilities() {
        return Arrays.stream(PodName.values())
                .filter(pod -> pod.name().equals(scan.getPod()))
                .findFirst()
                .flatMap(pod -> ConsoleAddress.vulnerabilities(new QualysPlatform.Pod(pod)))
                .map(URI::toString)
                .orElse(null);
    }

    /** What the build's record says. */
    public VerdictWord getVerdictWord() {
        return VerdictWord.of(scan.verdict());
    }

    /** By severity, worst first, without those that there are none of; empty if they are not known as well. */
    public List<SeverityCount> getSeverities() {
        return SeverityCount.present(known());
    }

    public boolean isCounted() {
        return known() != null;
    }

    @CheckForNull
    private SeverityCounts known() {
        Map<Severity, Long> counts = scan.counts();
        return counts.isEmpty() ? null : new SeverityCounts(counts);
    }

    /** Null if nothing was compared. */
    @CheckForNull
    public String getIntroducedNumber() {
        return Numbers.formatOrNull(scan.getIntroduced());
    }

    /** Null if nothing was compared. */
    @CheckForNull
    public String getFixedNumber() {
        return Numbers.formatOrNull(scan.getFixed());
    }

    /** Opens the files of the scan, anew for each page. */
    public ScanFiles getFiles() {
        return ScanFiles.open(directory, scan);
    }

    /** Address of the archived HTML report under this build; null if there is none, or the reader may not see it. */
    @CheckForNull
    public String getArchivedReport() {
        return ArchivedReport.find(run, scan.getId());
    }

    /** The verdict as it was written, for programs. */
    @GET
    public HttpResponse doVerdict() {
        run.checkPermission(Item.READ);
        return getFiles().verdict();
    }

    /** {@code images/<number>/findings}; counted from 1. */
    @StaplerDispatchable
    public ImagesPath getImages() {
        run.checkPermission(Item.READ);
        return new ImagesPath(run, directory);
    }
}
