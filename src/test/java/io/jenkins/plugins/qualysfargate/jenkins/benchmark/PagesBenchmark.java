package io.jenkins.plugins.qualysfargate.jenkins.benchmark;

import io.jenkins.plugins.qualysfargate.jenkins.benchmark.Chromium.PageTimes;
import io.jenkins.plugins.qualysfargate.jenkins.benchmark.MeasuredJenkins.StartUp;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/**
 * No test: prints how fast the pages of {@code docs/developer/performance.md} are and what the plugin costs. Jenkins runs
 * in its own process as in production, in turn with the plugin and without it.
 */
@EnabledIfSystemProperty(named = "qualysfargate.benchmark", matches = "[1-9][0-9]*")
class PagesBenchmark {
    private static final int OPENINGS = 10;
    private static final String REPORT = "job/large/1/qualys-fargate/";
    private static final String ROW = "#qualys-findings tbody tr";
    private static final String JOB = "job/shop/";
    private static final String BUILD = "job/large/1/";
    private static final String HEADING = "#main-panel";
    private static final String TREND = ".qualys-trend-box svg";

    @RegisterExtension
    private final RealJenkinsExtension with = asInProduction().withName("with");

    @RegisterExtension
    private final RealJenkinsExtension without = asInProduction().withName("without");

    private final Figures figures = new Figures();

    @TempDir
    private Path directory;

    /** No assertions, and views are read once. */
    private static RealJenkinsExtension asInProduction() {
        return new RealJenkinsExtension()
                .withTimeout(0)
                .withHttpListenAddress("127.0.0.1")
                .javaOptions(
                        "-da",
                        "-Dhudson.Main.development=false",
                        "-Djenkins.model.Jenkins.slaveAgentPort=-1",
                        "-Xmx1g");
    }

    @Test
    void measure() throws Throwable {
        disablePlugin();
        long plain = fill(without, MeasuredJenkins::fill);
        long scanned = fill(with, MeasuredJenkins::fillAndScan);
        int rounds = Integer.getInteger("qualysfargate.benchmark");
        for (int round = 0; round < rounds; round++) {
            withPlugin();
            withoutPlugin();
            onlyStart();
            onlyStart();
        }
        System.out.printf("%n%s%nbuild.xml with a scan: %+d bytes%n", figures, scanned - plain);
        for (String each : List.of(
                "job page %s: first byte, ms", "job page %s: load, ms", "start %s, ms", "start %s, processor, ms")) {
            double difference = figures.median(each.formatted("with")) - figures.median(each.formatted("without"));
            System.out.printf(each.formatted("with") + " more than without: %.0f%n", difference);
        }
    }

    /** The length of the record of a build, in bytes. */
    private static long fill(RealJenkinsExtension jenkins, RealJenkinsExtension.Step2<Long> step) throws Throwable {
        jenkins.startJenkins();
        long length = jenkins.runRemotely(step);
        jenkins.stopJenkins();
        return length;
    }

    private void disablePlugin() throws Exception {
        Path plugins = without.getHome().toPath().resolve("plugins");
        try (var files = Files.newDirectoryStream(plugins, "qualys-fargate.{jpl,hpl,jpi,hpi}")) {
            Path plugin = files.iterator().next();
            Files.createFile(plugin.resolveSibling(plugin.getFileName() + ".disabled"));
        }
    }

    private void withPlugin() throws Throwable {
        start(with, "start with");
        try (Chromium browser = Chromium.start(Files.createTempDirectory(directory, "browser"))) {
            open(with, browser, "", HEADING);
            note("first job page after a start, with", open(with, browser, JOB, HEADING));
            note("first report page after a start", open(with, browser, REPORT, ROW));
            for (int i = 0; i < 2 * OPENINGS; i++) {
                String warm = i < OPENINGS ? ", warming up" : "";
                note("job page with" + warm, open(with, browser, JOB, TREND));
                note("report page" + warm, open(with, browser, REPORT, ROW));
            }
            browser.clearCache();
            note("report page, nothing in the browser's cache", open(with, browser, REPORT, ROW));
        }
        memory();
        with.stopJenkins();
    }

    private void withoutPlugin() throws Throwable {
        start(without, "start without");
        try (Chromium browser = Chromium.start(Files.createTempDirectory(directory, "browser"))) {
            open(without, browser, "", HEADING);
            note("first job page after a start, without", open(without, browser, JOB, HEADING));
            note("first build page after a start, without", open(without, browser, BUILD, HEADING));
            for (int i = 0; i < 2 * OPENINGS; i++) {
                String warm = i < OPENINGS ? ", warming up" : "";
                note("job page without" + warm, open(without, browser, JOB, HEADING));
                note("build page without" + warm, open(without, browser, BUILD, HEADING));
            }
        }
        without.stopJenkins();
    }

    private void start(RealJenkinsExtension jenkins, String name) throws Throwable {
        jenkins.startJenkins();
        StartUp start = jenkins.runRemotely(MeasuredJenkins::startUp);
        figures.add(name + ", ms", start.elapsed());
        figures.add(name + ", processor, ms", start.processor());
    }

    /** Starts are cheap and differ much: three for each time that pages are opened. */
    private void onlyStart() throws Throwable {
        start(without, "start without");
        without.stopJenkins();
        start(with, "start with");
        with.stopJenkins();
    }

    private void memory() throws Throwable {
        double before = with.runRemotely(MeasuredJenkins::live);
        for (int i = 0; i < OPENINGS; i++) {
            figures.add("allocated: the report page, MB", allocated(REPORT + "1/"));
            figures.add("allocated: its rows, MB", allocated(REPORT + "1/images/1/findings"));
            figures.add("allocated: a build's page of Jenkins, MB", allocated("job/shop/1/console"));
        }
        double after = with.runRemotely(MeasuredJenkins::live);
        figures.add("heap that stays for each report page, MB", (after - before) / OPENINGS / 1e6);
    }

    /** By one request, without what asking costs. */
    private double allocated(String page) throws Throwable {
        long start = with.runRemotely(MeasuredJenkins::allocated);
        long asked = with.runRemotely(MeasuredJenkins::allocated);
        try (InputStream answer = new URL(with.getUrl(), page).openStream()) {
            answer.readAllBytes();
        }
        long end = with.runRemotely(MeasuredJenkins::allocated);
        return (end - asked - (asked - start)) / 1e6;
    }

    private static PageTimes open(RealJenkinsExtension jenkins, Chromium browser, String page, String selector)
            throws Exception {
        return browser.open(jenkins.getUrl() + page, selector);
    }

    private void note(String page, PageTimes times) {
        figures.add(page + ": first byte, ms", times.firstByte());
        figures.add(page + ": first paint, ms", times.firstPaint());
        figures.add(page + ": load, ms", times.load());
        figures.add(page + ": shown, ms", times.painted());
    }
}
