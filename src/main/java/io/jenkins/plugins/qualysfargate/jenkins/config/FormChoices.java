package io.jenkins.plugins.qualysfargate.jenkins.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.ListBoxModel;
import java.util.Collection;

/** Lists to choose from that never lose what is set. */
final class FormChoices {
    private FormChoices() {}

    /** Nothing, these names, and what is set. */
    static ListBoxModel of(String labelOfNone, Collection<String> names, @CheckForNull String current) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(labelOfNone, "");
        names.forEach(choices::add);
        return keeping(choices, current);
    }

    /** What is set, and no more; for who may not see what there is. */
    static ListBoxModel only(@CheckForNull String current) {
        ListBoxModel choices = new ListBoxModel();
        choices.add(Util.fixNull(current));
        return choices;
    }

    static ListBoxModel keeping(ListBoxModel choices, @CheckForNull String current) {
        String set = Util.fixNull(current).trim();
        if (choices.stream().noneMatch(choice -> choice.value.equalsIgnoreCase(set))) {
            choices.add(Messages.FormChoices_gone(set), set);
        }
        choices.forEach(choice -> choice.selected = choice.value.equalsIgnoreCase(set));
        return choices;
    }
}
