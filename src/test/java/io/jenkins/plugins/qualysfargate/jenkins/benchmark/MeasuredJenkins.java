package io.jenkins.plugins.qualysfargate.jenkins.benchmark;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.jenkins.result.SampleImages;
import io.jenkins.plugins.qualysfargate.jenkins.result.ScannedBuilds;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.LogRecord;
import java.util.stream.LongStream;
import jenkins.model.Jenkins;
import org.apache.commons.io.FileUtils;
import org.jvnet.hudson.test.JenkinsRule;
import org.kohsuke.stapler.MetaClass;

/** What is run inside the Jenkins that is measured. */
final class MeasuredJenkins {
    /** Builds of the job {@code shop}. */
    private static final int BUILDS = 1000;

    private static final int DIFFERENT = 20;

    private MeasuredJenkins() {}

    /** A job with many builds and one with a single build; gives the length of its record in bytes. */
    static Long fill(JenkinsRule inside) throws Exception {
        return fill(inside, (build, number) -> {});
    }

    /** The same builds, and each has scanned something; the single one has a large result. */
    static Long fillAndScan(JenkinsRule inside) throws Exception {
        SampleImages samples = SampleImages.at(Instant.now());
        return fill(inside, (build, number) -> {
            String name = "registry.example/" + build.getParent().getName() + ":1." + number;
            int findings = number == 0 ? 20_000 : 20 + (number * 37) % 90;
            JudgedImage image = samples.vulnerable(name, Platform.LINUX_AMD64, findings);
            ScannedBuilds.add(
                    build, number % 7 == 3 ? SampleImages.run(samples.unknown(name)) : samples.compared(image));
        });
    }

    private static long fill(JenkinsRule inside, Scan scan) throws Exception {
        FreeStyleBuild large = inside.buildAndAssertSuccess(inside.createFreeStyleProject("large"));
        scan.leave(large, 0);
        FreeStyleProject shop = inside.createFreeStyleProject("shop");
        for (int i = 1; i <= DIFFERENT; i++) {
            scan.leave(inside.buildAndAssertSuccess(shop), i);
        }
        multiply(shop);
        return new File(large.getRootDir(), "build.xml").length();
    }

    /** Copies the builds that are there, a minute between each, until there are enough. */
    private static void multiply(FreeStyleProject job) throws IOException {
        Path builds = job.getBuildDir().toPath();
        long first = job.getLastBuild().getTimeInMillis() - BUILDS * 60_000L;
        for (int number = BUILDS; number > 0; number--) {
            Path directory = builds.resolve(String.valueOf(number));
            Path source = builds.resolve(String.valueOf(1 + (number - 1) % DIFFERENT));
            if (!source.equals(directory)) {
                FileUtils.copyDirectory(source.toFile(), directory.toFile());
            }
            Path record = directory.resolve("build.xml");
            Files.writeString(
                    record,
                    Files.readString(record)
                            .replaceFirst("<(timestamp|startTime)>[0-9]+<", "<$1>" + (first + number * 60_000L) + "<"));
        }
        job.updateNextBuildNumber(BUILDS + 1);
        // It knew twenty builds, and is made anew out of all.
        Files.deleteIfExists(job.getRootDir().toPath().resolve("qualys-fargate-trend.json"));
    }

    /** How long this Jenkins took to start; from now on views are read once, as in production. */
    static StartUp startUp(JenkinsRule inside) {
        // Loading the class of the parameter has made views be read anew for each page.
        MetaClass.NO_CACHE = false;
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        double processor = ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
        for (LogRecord line : Jenkins.logRecords) {
            if (String.valueOf(line.getMessage()).contains("fully up and running")) {
                return new StartUp(line.getMillis() - start, processor / 1e6);
            }
        }
        throw new IllegalStateException("Jenkins runs and has not said so.");
    }

    /** Everything that all threads have ever put on the heap, in bytes. */
    static Long allocated(JenkinsRule inside) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return LongStream.of(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                .filter(bytes -> bytes > 0)
                .sum();
    }

    /** What is left on the heap when everything that can go is gone, in bytes. */
    static Long live(JenkinsRule inside) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
        }
        return least;
    }

    /**
     * @param elapsed from the start of the process to the moment at which Jenkins said that it was up, in ms
     * @param processor time that all threads took until somebody asked, at once after that, in ms
     */
    record StartUp(double elapsed, double processor) implements Serializable {}

    private interface Scan {
        /** @param number from 0 */
        void leave(FreeStyleBuild build, int number) throws Exception;
    }
}
