package io.jenkins.plugins.qualysfargate.jenkins.scan;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.model.AbstractDescribableImpl;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.engine.model.Severity;
import io.jenkins.plugins.qualysfargate.engine.policy.Limit;
import io.jenkins.plugins.qualysfargate.engine.policy.Policy;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Objects;
import java.util.stream.Stream;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

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

    /** True if everything is left to the policy. */
    boolean isEmpty() {
        return Stream.of(critical, high, medium, low, informational, total).allMatch(Objects::isNull);
    }

    /**
     * A policy with these limits in place of its own.
     *
     * @throws IllegalArgumentException for a negative number
     */
    Policy appliedTo(Policy policy) {
        EnumMap<Severity, Limit> limits = new EnumMap<>(Severity.class);
        limits.put(Severity.CRITICAL, limit(critical));
        limits.put(Severity.HIGH, limit(high));
        limits.put(Severity.MEDIUM, limit(medium));
        limits.put(Severity.LOW, limit(low));
        limits.put(Severity.INFORMATIONAL, limit(informational));
        return policy.withLimits(limits, limit(total));
    }

    @CheckForNull
    private static Limit limit(@CheckForNull Integer number) {
        return number == null ? null : new Limit(number);
    }

    /** One row of numbers. */
    @Extension
    public static final class DescriptorImpl extends Descriptor<Thresholds> {
        @Override
        public String getDisplayName() {
            return "";
        }

        /** Whether it is a number of findings. */
        @POST
        public FormValidation doCheckCritical(@AncestorInPath Item item, @QueryParameter String value) {
            return FormTexts.check(item, value, FormTexts::requireCount);
        }

        /** Whether it is a number of findings. */
        @POST
        public FormValidation doCheckHigh(@AncestorInPath Item item, @QueryParameter String value) {
            return FormTexts.check(item, value, FormTexts::requireCount);
        }

        /** Whether it is a number of findings. */
        @POST
        public FormValidation doCheckMedium(@AncestorInPath Item item, @QueryParameter String value) {
            return FormTexts.check(item, value, FormTexts::requireCount);
        }

        /** Whether it is a number of findings. */
        @POST
        public FormValidation doCheckLow(@AncestorInPath Item item, @QueryParameter String value) {
            return FormTexts.check(item, value, FormTexts::requireCount);
        }

        /** Whether it is a number of findings. */
        @POST
        public FormValidation doCheckInformational(@AncestorInPath Item item, @QueryParameter String value) {
            return FormTexts.check(item, value, FormTexts::requireCount);
        }

        /** Whether it is a number of findings. */
        @POST
        public FormValidation doCheckTotal(@AncestorInPath Item item, @QueryParameter String value) {
            return FormTexts.check(item, value, FormTexts::requireCount);
        }
    }
}
