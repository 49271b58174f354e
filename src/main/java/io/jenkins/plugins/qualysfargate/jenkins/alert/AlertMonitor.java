package io.jenkins.plugins.qualysfargate.jenkins.alert;

import hudson.Extension;
import hudson.model.AdministrativeMonitor;
import hudson.util.AtomicFileWriter;
import hudson.util.HttpResponses;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.interceptor.RequirePOST;

/** Tells administrators of alerts that nobody heard, until they say that they have seen them. */
@Extension
public final class AlertMonitor extends AdministrativeMonitor {
    /** How many of them the message shows. */
    private static final int SHOWN = 10;

    private volatile AlertBacklog backlog = AlertBacklog.NONE;

    /** What was found when somebody last looked. */
    void seen(AlertBacklog present) {
        backlog = present;
    }

    @Override
    public String getDisplayName() {
        return Messages.AlertMonitor_displayName();
    }

    @Override
    public boolean isSecurity() {
        return true;
    }

    // Asked for every page of an administrator, so it looks at nothing that may be far away.
    @Override
    public boolean isActivated() {
        return !unseen().alerts().isEmpty();
    }

    /** The first of them. */
    public List<LateAlert> getAlerts() {
        return unseen().alerts().stream().limit(SHOWN).toList();
    }

    /** All of them, in a sentence. */
    public String getSummary() {
        AlertBacklog unseen = unseen();
        int all = unseen.alerts().size();
        long givenUp = unseen.alerts().stream().filter(LateAlert::givenUp).count();
        String more = all == AlertBacklog.MOST ? "+" : "";
        return Messages.AlertMonitor_summary(givenUp + more, (all - givenUp) + more);
    }

    /** Why the last ones did not arrive; empty if nobody knows. */
    public String getReason() {
        return unseen().reason();
    }

    /** Shows none of these again; later ones are shown. */
    @RequirePOST
    public HttpResponse doDismiss() throws IOException {
        JenkinsFacade.get().root().checkPermission(Jenkins.ADMINISTER);
        Path file = file();
        Path directory = file.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        try (AtomicFileWriter writer = new AtomicFileWriter(file, StandardCharsets.UTF_8)) {
            writer.write(SharedEngine.clock().instant().toString());
            writer.commit();
        }
        return HttpResponses.redirectViaContextPath("manage");
    }

    private AlertBacklog unseen() {
        return backlog.alerts().isEmpty() ? backlog : backlog.after(dismissed());
    }

    private static Instant dismissed() {
        try {
            Path file = file();
            return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : Instant.MIN;
        } catch (IOException | DateTimeParseException unreadable) {
            // Then everything is shown once more.
            return Instant.MIN;
        }
    }

    private static Path file() {
        return JenkinsFacade.get().home().resolve("alerts-dismissed");
    }
}
