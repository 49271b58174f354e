package io.jenkins.plugins.qualysfargate.jenkins.push;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.EnvVars;
import hudson.Extension;
import hudson.model.AbstractProject;
import hudson.model.Run;
import hudson.model.TaskListener;
import hudson.tasks.BuildWrapperDescriptor;
import java.io.IOException;
import jenkins.tasks.SimpleBuildWrapper;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** Notes which images the steps of a freestyle build push, for a post-build scan that names none. */
public final class PushedImagesWrapper extends SimpleBuildWrapper {

    /** There is nothing to choose. */
    @DataBoundConstructor
    public PushedImagesWrapper() {
        // Nothing to keep.
    }

    @Override
    public boolean requiresWorkspace() {
        return false;
    }

    @Override
    public void setUp(
            @NonNull Context context,
            @NonNull Run<?, ?> run,
            @NonNull TaskListener listener,
            @NonNull EnvVars environment) {
        context.setDisposer(new AtTheEnd(LogRegion.end(run)));
    }

    private static final class AtTheEnd extends Disposer {
        private static final long serialVersionUID = 1L;

        private final long begin;

        AtTheEnd(long begin) {
            this.begin = begin;
        }

        @Override
        public void tearDown(@NonNull Run<?, ?> run, @NonNull TaskListener listener) throws IOException {
            new ReadPushes(run, listener).since(begin);
        }
    }

    /** Part of the build environment of every kind of job that has one. */
    @Extension
    @Symbol("pushedImages")
    public static final class DescriptorImpl extends BuildWrapperDescriptor {
        @Override
        public String getDisplayName() {
            return Messages.WithPushedImagesStep_DisplayName();
        }

        @Override
        public boolean isApplicable(AbstractProject<?, ?> item) {
            return true;
        }
    }
}
