package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.BulkChange;
import hudson.Extension;
import hudson.ExtensionList;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAccess;
import io.jenkins.plugins.qualysfargate.jenkins.config.FormAnswers;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.GlobalConfiguration;
import net.sf.json.JSONObject;
import org.jenkinsci.Symbol;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.verb.POST;

/**
 * What is checked: the compliance file, as a text or as a file of the controller, and the logins that it names. It takes an
 * administrator to see or change it, because it decides where logins are sent.
 */
@Extension
@Symbol("qualysFargateCompliance")
public final class ComplianceConfiguration extends GlobalConfiguration {
    private boolean enabled = true;
    private String file = "";
    private String path = "";
    private List<NamedLogin> logins = new ArrayList<>();

    private transient ComplianceConfiguration kept;

    /** As it was saved. */
    public ComplianceConfiguration() {
        this(true);
    }

    /** @param saved false for a draft with the defaults, which nobody but its maker sees */
    private ComplianceConfiguration(boolean saved) {
        if (saved) {
            load();
            kept = copy();
        }
    }

    /** @throws IllegalStateException if Jenkins is starting up or shutting down */
    public static ComplianceConfiguration get() {
        return ExtensionList.lookupSingleton(ComplianceConfiguration.class);
    }

    @Override
    public String getDisplayName() {
        return Messages.ComplianceConfiguration_displayName();
    }

    /** Whether the watchdog looks by itself; builds look all the same. */
    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** YAML or JSON; empty if it is in a file of the controller, or nothing is checked. */
    public String getFile() {
        return file;
    }

    public void setFile(@CheckForNull String file) {
        this.file = Util.fixNull(file);
    }

    /** Absolute path of the file on the controller; empty if its text is kept here, or nothing is checked. */
    public String getPath() {
        return path;
    }

    public void setPath(@CheckForNull String path) {
        this.path = Util.fixNull(path).trim();
    }

    /** What names in the file stand for, where they are not the ids of credentials. */
    public List<NamedLogin> getLogins() {
        return new ArrayList<>(logins);
    }

    public void setLogins(@CheckForNull List<NamedLogin> logins) {
        this.logins = logins == null ? new ArrayList<>() : new ArrayList<>(logins);
    }

    /** False if nothing is checked. */
    boolean isConfigured() {
        return !path.isEmpty() || !file.isBlank();
    }

    /** The file as it is now. */
    ComplianceText read() {
        return path.isEmpty()
                ? ComplianceText.of(Messages.ComplianceConfiguration_source(), file)
                : ComplianceText.at(path);
    }

    StoredLogins storedLogins() {
        return new StoredLogins(logins);
    }

    private ComplianceConfiguration copy() {
        ComplianceConfiguration copy = new ComplianceConfiguration(false);
        copy.take(this);
        return copy;
    }

    private void take(ComplianceConfiguration other) {
        enabled = other.enabled;
        file = other.file;
        path = other.path;
        logins = new ArrayList<>(other.logins);
    }

    /** What nobody can have meant. A file of the controller may be mended later, so what is wrong in it is told elsewhere. */
    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!path.isEmpty() && !file.isBlank()) {
            problems.add(Messages.ComplianceConfiguration_both());
        } else if (!file.isBlank()) {
            problems.addAll(read().problems());
        }
        logins.forEach(each -> problems.addAll(each.problems()));
        logins.stream()
                .map(NamedLogin::getName)
                .filter(name -> logins.stream()
                                .filter(each -> each.getName().equals(name))
                                .count()
                        > 1)
                .distinct()
                .forEach(name -> problems.add(Messages.ComplianceConfiguration_twice(name)));
        return problems;
    }

    /** The whole form or nothing of it; what the form leaves out is empty. */
    @Override
    public boolean configure(StaplerRequest2 req, JSONObject json) throws FormException {
        ComplianceConfiguration draft = new ComplianceConfiguration(false);
        req.bindJSON(draft, json);
        List<String> problems = draft.problems();
        if (!problems.isEmpty()) {
            throw new FormException(String.join("\n", problems), "qualysFargateCompliance");
        }
        take(draft);
        save();
        return true;
    }

    /**
     * Keeps what is set; the check goes on by it.
     *
     * @throws IllegalArgumentException naming everything that is wrong; then what was kept before holds again
     */
    @Override
    public synchronized void save() {
        if (BulkChange.contains(this)) {
            return;
        }
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            take(kept);
            throw new IllegalArgumentException(Messages.ComplianceConfiguration_refused(String.join("\n", problems)));
        }
        super.save();
        kept = copy();
        ComplianceCheck.get().wake();
    }

    /** Everything that is wrong with the text, with line and column, or odd about it. */
    @POST
    public FormValidation doCheckFile(@QueryParameter String value, @QueryParameter String path) {
        String text = Util.fixNull(value);
        if (!FormAccess.isAdministrator() || text.isBlank()) {
            return FormValidation.ok();
        }
        if (!Util.fixNull(path).isBlank()) {
            return FormValidation.error(Messages.ComplianceConfiguration_both());
        }
        return answer(ComplianceText.of(Messages.ComplianceConfiguration_source(), text));
    }

    /** The same of a file on the controller. */
    @POST
    public FormValidation doCheckPath(@QueryParameter String value) {
        String typed = Util.fixNull(value).trim();
        if (!FormAccess.isAdministrator() || typed.isEmpty()) {
            return FormValidation.ok();
        }
        return answer(ComplianceText.at(typed));
    }

    private static FormValidation answer(ComplianceText read) {
        return read.problems().isEmpty() && !read.warnings().isEmpty()
                ? FormValidation.warning(String.join("\n", read.warnings()))
                : FormAnswers.of(read.problems());
    }
}
