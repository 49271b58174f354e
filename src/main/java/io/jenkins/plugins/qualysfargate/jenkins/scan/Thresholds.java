package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import java.io.Serializable;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;

/** How many findings of each severity are tolerated; what is null is left to the policy. */
public final class Thresholds extends AbstractDescribableImpl<Thresholds> implements Serializable {
    private static final long serialVersionUID = 1L;

    @CheckForNull
    private Integer critical;

    @CheckForNull
    private Integer high;

    @CheckForNull
    private Integer medium;

    @CheckForNull
    private Integer low;

    @CheckForNull
    private Integer informational;

    @CheckForNull
    private Integer total;

    /** No thresholds. */
    @DataBoundConstructor
    public Thresholds() {
        // Everything is left to the policy.
    }

    @CheckForNull
    public Integer getCritical() {
        return critical;
    }

    @DataBoundSetter
    public void setCritical(@CheckForNull Integer critical) {
        this.critical = critical;
    }

    @CheckForNull
    public Integer getHigh() {
        return high;
    }

    @DataBoundSetter
    public void setHigh(@CheckForNull Integer high) {
        this.high = high;
    }

    @CheckForNull
    public Integer getMedium() {
        return medium;
    }

    @DataBoundSetter
    public void setMedium(@CheckForNull Integer medium) {
        this.medium = medium;
    }

    @CheckForNull
    public Integer getLow() {
        return low;
    }

    @DataBoundSetter
    public void setLow(@CheckForNull Integer low) {
        this.low = low;
    }

    @CheckForNull
    public Integer getInformational() {
        return informational;
    }

    @DataBoundSetter
    public void setInformational(@CheckForNull Integer informational) {
        this.informational = informational;
    }

    @CheckForNull
    public Integer getTotal() {
        return total;
    }

    @DataBoundSetter
    public void setTotal(@CheckForNull Integer total) {
        this.total = total;
    }

    /** One row of numbers. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<Thresholds> {
        @Override
        public String getDisplayName() {
            return "";
        }
    }
}
