package io.jenkins.plugins.qualysfargate.jenkins.push;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Extension;
import hudson.Util;
import hudson.model.Item;
import hudson.model.Job;
import hudson.triggers.Trigger;
import hudson.triggers.TriggerDescriptor;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.engine.history.NameGlob;
import io.jenkins.plugins.qualysfargate.engine.push.Push;
import io.jenkins.plugins.qualysfargate.jenkins.aws.AwsConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAccess;
import java.util.List;
import java.util.regex.Pattern;
import jenkins.model.ParameterizedJobMixIn;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.DataBoundConstructor;
import org.kohsuke.stapler.DataBoundSetter;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Builds a job for every image that is pushed to ECR and that its filters let through. The pushes come from a queue that
 * administrators have named; one poller takes them for all jobs.
 */
public final class EcrImagePushTrigger extends Trigger<Job<?, ?>> {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,4}(?:-[a-z]{2,9}){1,3}-[0-9]{1,2}");

    private String queue = "";
    private String repository = "";
    private String tag = "";
    private String account = "";
    private String region = "";
    private boolean awaitBuild;

    /** Every push of the only queue, unless the setters say otherwise. */
    @DataBoundConstructor
    public EcrImagePushTrigger() {
        // The setters say what is wanted.
    }

    /** One of the queues that administrators have named; empty for the first one. */
    public String getQueue() {
        return queue;
    }

    @DataBoundSetter
    public void setQueue(@CheckForNull String queue) {
        this.queue = trimmed(queue);
    }

    /** Which repositories, {@code *} and {@code ?} stand for others; empty for all. */
    public String getRepository() {
        return repository;
    }

    @DataBoundSetter
    public void setRepository(@CheckForNull String repository) {
        this.repository = trimmed(repository);
    }

    /** Which tags, {@code *} and {@code ?} stand for others; empty for all and for none. */
    public String getTag() {
        return tag;
    }

    @DataBoundSetter
    public void setTag(@CheckForNull String tag) {
        this.tag = trimmed(tag);
    }

    /** Registry of which account; empty for any. */
    public String getAccount() {
        return account;
    }

    @DataBoundSetter
    public void setAccount(@CheckForNull String account) {
        this.account = trimmed(account);
    }

    /** Registry of which region; empty for any. */
    public String getRegion() {
        return region;
    }

    @DataBoundSetter
    public void setRegion(@CheckForNull String region) {
        this.region = trimmed(region);
    }

    /** Whether the push stays in the queue until its build has ended, so that a build that is lost begins anew. */
    public boolean isAwaitBuild() {
        return awaitBuild;
    }

    @DataBoundSetter
    public void setAwaitBuild(boolean awaitBuild) {
        this.awaitBuild = awaitBuild;
    }

    @Override
    public void start(Job<?, ?> project, boolean newInstance) {
        super.start(project, newInstance);
        PushTriggers.add(this);
    }

    @Override
    public void stop() {
        PushTriggers.remove(this);
        super.stop();
    }

    /** The job that it is for; null before it is started. */
    @CheckForNull
    Job<?, ?> job() {
        return job;
    }

    /** The queue that it means; empty if administrators have named none, or not this one. */
    String chosenQueue() {
        List<String> queues = AwsConfiguration.get().queues();
        if (queue.isEmpty()) {
            return queues.isEmpty() ? "" : queues.get(0);
        }
        return queues.contains(queue) ? queue : "";
    }

    boolean wants(Push push) {
        String tagOfPush = push.tag();
        return (repository.isEmpty() || NameGlob.matches(repository, push.repository()))
                && (tag.isEmpty() || (tagOfPush != null && NameGlob.matches(tag, tagOfPush)))
                && (account.isEmpty() || account.equals(push.registry().account()))
                && (region.isEmpty() || region.equals(push.registry().region()));
    }

    private static String trimmed(@CheckForNull String text) {
        return Util.fixNull(text).trim();
    }

    /** Its form. */
    @Extension
    @Symbol("ecrImagePush")
    public static final class DescriptorImpl extends TriggerDescriptor {
        @Override
        public boolean isApplicable(Item item) {
            return item instanceof Job && item instanceof ParameterizedJobMixIn.ParameterizedJob;
        }

        @Override
        public String getDisplayName() {
            return Messages.EcrImagePushTrigger_displayName();
        }

        /** The queues that administrators have named. */
        @POST
        public ListBoxModel doFillQueueItems(@AncestorInPath Item item, @QueryParameter String queue) {
            ListBoxModel choices = new ListBoxModel();
            String current = trimmed(queue);
            if (FormAccess.mayChoose(item)) {
                choices.add(Messages.EcrImagePushTrigger_firstQueue(), "");
                AwsConfiguration.get().queues().forEach(choices::add);
            }
            if (choices.stream().noneMatch(choice -> choice.value.equals(current))) {
                choices.add(current);
            }
            return choices;
        }

        /** Whether administrators have named it. */
        @POST
        public FormValidation doCheckQueue(@AncestorInPath Item item, @QueryParameter String value) {
            if (!FormAccess.mayChoose(item)) {
                return FormValidation.ok();
            }
            List<String> queues = AwsConfiguration.get().queues();
            String chosen = trimmed(value);
            boolean known = chosen.isEmpty() ? !queues.isEmpty() : queues.contains(chosen);
            return known ? FormValidation.ok() : FormValidation.error(Messages.EcrImagePushTrigger_noQueue());
        }

        /** Whether it could be an account. */
        @POST
        public FormValidation doCheckAccount(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, value, ACCOUNT, Messages.EcrImagePushTrigger_account());
        }

        /** Whether it could be a region. */
        @POST
        public FormValidation doCheckRegion(@AncestorInPath Item item, @QueryParameter String value) {
            return check(item, value, REGION, Messages.EcrImagePushTrigger_region());
        }

        private static FormValidation check(
                @CheckForNull Item item, @CheckForNull String value, Pattern form, String problem) {
            String text = trimmed(value);
            return text.isEmpty() || form.matcher(text).matches() || !FormAccess.mayChoose(item)
                    ? FormValidation.ok()
                    : FormValidation.error(problem);
        }
    }
}
