package io.jenkins.plugins.qualysfargate.jenkins.compliance.step;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAccess;
import java.util.Arrays;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/** The form of a check: what it offers. It names no monitor, because not everybody who configures a job may see them. */
public abstract class CheckForm extends Descriptor<CheckParameters> {
    /** For subclasses only, which name what is described. */
    protected CheckForm() {
        super(CheckParameters.class);
    }

    /** What a new step shows. */
    public CheckParameters getDefaults() {
        return new CheckParameters();
    }

    /** What failing scans can do to the build. */
    @POST
    public ListBoxModel doFillOnFailureItems(@AncestorInPath Item item, @QueryParameter String onFailure) {
        return words(item, onFailure, ReactionWord.values());
    }

    /** What an answer that nobody knows can do to the build. */
    @POST
    public ListBoxModel doFillOnUnknownItems(@AncestorInPath Item item, @QueryParameter String onUnknown) {
        return words(item, onUnknown, ReactionWord.FAIL, ReactionWord.UNSTABLE);
    }

    private static ListBoxModel words(@CheckForNull Item item, String current, ReactionWord... words) {
        ListBoxModel choices = new ListBoxModel();
        if (FormAccess.mayChoose(item)) {
            Arrays.stream(words).map(ReactionWord::word).forEach(choices::add);
        } else {
            choices.add(Util.fixNull(current));
        }
        return choices;
    }
}
