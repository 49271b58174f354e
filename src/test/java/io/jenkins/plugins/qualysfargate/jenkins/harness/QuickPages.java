package io.jenkins.plugins.qualysfargate.jenkins.harness;

import org.htmlunit.javascript.background.BackgroundJavaScriptFactory;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.jvnet.hudson.test.JenkinsRule;
import org.kohsuke.stapler.MetaClass;

/** Stands around every test class, because it is named in {@code META-INF/services}. */
public final class QuickPages implements BeforeAllCallback {
    private static final NearJobs NEAR_JOBS = new NearJobs();

    @Override
    public void beforeAll(ExtensionContext context) throws ClassNotFoundException {
        BackgroundJavaScriptFactory.setFactory(NEAR_JOBS);
        // The harness lets views be read anew for every page and every tag in it, for people who change them meanwhile.
        Class.forName(JenkinsRule.class.getName());
        MetaClass.NO_CACHE = false;
    }
}
