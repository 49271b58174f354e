package io.jenkins.plugins.qualysfargate.jenkins.trend;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.Extension;
import hudson.model.Job;
import hudson.views.ListViewColumn;
import hudson.views.ListViewColumnDescriptor;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.DataBoundConstructor;

/** How the last scanned build of each job in a list kept to its policy. It reads the index alone, and never a build. */
public final class ComplianceColumn extends ListViewColumn {

    @DataBoundConstructor
    public ComplianceColumn() {
        // There is nothing to choose.
    }

    /** The last scanned build; null if it is no job, or nothing was scanned. */
    @CheckForNull
    public BuildRow last(Object item) {
        return item instanceof Job<?, ?> job
                ? JobTrends.of(job).last().map(BuildRow::new).orElse(null)
                : null;
    }

    /** Offers the column to people who edit a list; no list has it by itself. */
    @Extension
    @Symbol("qualysCompliance")
    public static final class DescriptorImpl extends ListViewColumnDescriptor {

        @NonNull
        @Override
        public String getDisplayName() {
            return Messages.ComplianceColumn_displayName();
        }

        @Override
        public boolean shownByDefault() {
            return false;
        }
    }
}
