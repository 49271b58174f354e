package io.jenkins.plugins.qualysfargate.jenkins.harness;

import org.htmlunit.Page;
import org.htmlunit.WebWindow;
import org.htmlunit.javascript.background.BackgroundJavaScriptFactory;
import org.htmlunit.javascript.background.JavaScriptJob;
import org.htmlunit.javascript.background.JavaScriptJobManager;

/**
 * Lets a browser in a test wait for the scripts that run or start soon, and not for a timer far ahead. Jenkins asks every
 * five seconds for new builds on each page of a job, so a browser that waits until no script is left waits for ten
 * seconds, and then goes on just the same.
 */
public final class NearJobs extends BackgroundJavaScriptFactory {
    /** In ms; the longest delay of what a page of this plugin does is a tenth of it. */
    static final long NEAR = 2_000;

    @Override
    public JavaScriptJobManager createJavaScriptJobManager(WebWindow window) {
        return new Jobs(super.createJavaScriptJobManager(window));
    }

    private static final class Jobs implements JavaScriptJobManager {
        private static final long serialVersionUID = 1L;

        private final JavaScriptJobManager all;

        private Jobs(JavaScriptJobManager all) {
            this.all = all;
        }

        @Override
        public int waitForJobs(long timeoutMillis) {
            long end = System.currentTimeMillis() + timeoutMillis;
            while (System.currentTimeMillis() < end) {
                // One job starts another, so what is near is asked for again.
                if (waitForJobsStartingBefore(NEAR) == 0 || !isNear(getEarliestJob())) {
                    break;
                }
            }
            return getJobCount();
        }

        private static boolean isNear(JavaScriptJob job) {
            return job == null || job.getTargetExecutionTime() < System.currentTimeMillis() + NEAR;
        }

        @Override
        public int waitForJobsStartingBefore(long delayMillis) {
            return all.waitForJobsStartingBefore(delayMillis);
        }

        @Override
        public int waitForJobsStartingBefore(long delayMillis, JavaScriptJobFilter filter) {
            return all.waitForJobsStartingBefore(delayMillis, filter);
        }

        @Override
        public int getJobCount() {
            return all.getJobCount();
        }

        @Override
        public int getJobCount(JavaScriptJobFilter filter) {
            return all.getJobCount(filter);
        }

        @Override
        public int addJob(JavaScriptJob job, Page page) {
            return all.addJob(job, page);
        }

        @Override
        public void removeJob(int id) {
            all.removeJob(id);
        }

        @Override
        public void removeAllJobs() {
            all.removeAllJobs();
        }

        @Override
        public void stopJob(int id) {
            all.stopJob(id);
        }

        @Override
        public void shutdown() {
            all.shutdown();
        }

        @Override
        public JavaScriptJob getEarliestJob() {
            return all.getEarliestJob();
        }

        @Override
        public JavaScriptJob getEarliestJob(JavaScriptJobFilter filter) {
            return all.getEarliestJob(filter);
        }

        @Override
        public boolean runSingleJob(JavaScriptJob job) {
            return all.runSingleJob(job);
        }

        @Override
        public String jobStatusDump(JavaScriptJobFilter filter) {
            return all.jobStatusDump(filter);
        }
    }
}
