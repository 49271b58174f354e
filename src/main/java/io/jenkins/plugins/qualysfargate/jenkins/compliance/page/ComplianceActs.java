package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import hudson.Util;
import hudson.security.Permission;
import io.jenkins.plugins.qualysfargate.engine.ScanCompliance;
import io.jenkins.plugins.qualysfargate.engine.check.StoredPause;
import io.jenkins.plugins.qualysfargate.engine.compliance.TrackKey;
import io.jenkins.plugins.qualysfargate.engine.incident.Pause;
import io.jenkins.plugins.qualysfargate.engine.resubmit.ResubmissionOutcome;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CheckUnavailableException;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceCheck;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CompliancePermission;
import io.jenkins.plugins.qualysfargate.jenkins.words.PlainAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import jenkins.model.Jenkins;
import org.kohsuke.stapler.HttpRedirect;
import org.kohsuke.stapler.HttpResponse;
import org.kohsuke.stapler.HttpResponses;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * What people do about what was found: everything is POST, has its own permission, and goes on record with who did it and why.
 */
public final class ComplianceActs {
    private static final int LONGEST_REASON = 1_000;
    private static final int LONGEST_NAME = 400;
    private static final long MOST_HOURS = 24L * 366;
    private static final String INCIDENTS = "incidents";

    ComplianceActs() {
        // Holds nothing.
    }

    /** Looks at all sources now. */
    @POST
    public HttpResponse doLook() {
        check(CompliancePermission.ACKNOWLEDGE);
        ComplianceCheck.get().look();
        return to("");
    }

    /** Somebody sees to it for so many hours. */
    @POST
    public HttpResponse doAcknowledge(
            @QueryParameter String incident, @QueryParameter String why, @QueryParameter String hours) {
        check(CompliancePermission.ACKNOWLEDGE);
        return act(why, INCIDENTS, (check, by) -> check.incidents().acknowledge(incident(incident), by, hours(hours)));
    }

    /** Takes that back. */
    @POST
    public HttpResponse doUnacknowledge(@QueryParameter String incident, @QueryParameter String why) {
        check(CompliancePermission.ACKNOWLEDGE);
        return act(why, INCIDENTS, (check, by) -> check.incidents().unacknowledge(incident(incident), by));
    }

    /** Ends it; what still fails makes another one. */
    @POST
    public HttpResponse doResolve(@QueryParameter String incident, @QueryParameter String why) {
        check(CompliancePermission.ACKNOWLEDGE);
        return act(why, INCIDENTS, (check, by) -> check.incidents().resolve(incident(incident), by));
    }

    /** Puts a remark on record. */
    @POST
    public HttpResponse doComment(@QueryParameter String incident, @QueryParameter String why) {
        check(CompliancePermission.ACKNOWLEDGE);
        return act(why, INCIDENTS, (check, by) -> check.incidents().comment(incident(incident), by));
    }

    /** Silences what fails now for so many hours. */
    @POST
    public HttpResponse doMute(
            @QueryParameter String incident, @QueryParameter String why, @QueryParameter String hours) {
        check(CompliancePermission.MUTE);
        return act(why, INCIDENTS, (check, by) -> check.incidents().mute(incident(incident), by, hours(hours)));
    }

    /** Opens a pause that begins now and lasts so many hours. */
    @POST
    public HttpResponse doOpenPause(
            @QueryParameter String kind,
            @QueryParameter String scope,
            @QueryParameter String value,
            @QueryParameter String hours,
            @QueryParameter String why) {
        check(CompliancePermission.MUTE);
        return act(why, "pauses", (check, by) -> check.pauses().open(pause(kind, scope, value, hours(hours), by)));
    }

    /** Ends one. */
    @POST
    public HttpResponse doEndPause(@QueryParameter String id, @QueryParameter String why) {
        check(CompliancePermission.MUTE);
        return act(why, "pauses", (check, by) -> check.pauses().end(named("id", id), by));
    }

    /** Owes a scan no more. */
    @POST
    public HttpResponse doForget(
            @QueryParameter String monitor, @QueryParameter String subject, @QueryParameter String why) {
        check(CompliancePermission.MUTE);
        return act(why, "", (check, by) -> check.tracks().forget(track(monitor, subject), by));
    }

    /** Says whether a failed scan may be started again, and starts nothing. */
    @POST
    public HttpResponse doTryResubmit(
            @QueryParameter String monitor, @QueryParameter String subject, @QueryParameter String why) {
        check(CompliancePermission.RESUBMIT);
        return resubmitted(why, (check, by) -> check.resubmissions().dryRun(track(monitor, subject), by));
    }

    /** Starts a failed scan again, if nothing stands in the way; whoever approves also agrees to what a person has to agree to. */
    @POST
    public HttpResponse doResubmit(
            @QueryParameter String monitor,
            @QueryParameter String subject,
            @QueryParameter String why,
            @QueryParameter boolean approve) {
        check(CompliancePermission.RESUBMIT);
        return resubmitted(why, (check, by) -> check.resubmissions().request(track(monitor, subject), by, approve));
    }

    private static HttpResponse resubmitted(
            String why, BiFunction<ScanCompliance, Pause.By, ResubmissionOutcome> request) {
        try {
            Pause.By by = by(why);
            ResubmissionOutcome outcome = ComplianceCheck.get().with(check -> request.apply(check, by));
            ComplianceCheck.get().wake();
            return HttpResponses.forwardToView(new ResubmissionView(outcome), "index.jelly");
        } catch (IllegalArgumentException | CheckUnavailableException refused) {
            return PlainAnswer.badRequest(refused.getMessage());
        }
    }

    private static TrackKey track(String monitor, String subject) {
        return new TrackKey(named("monitor", monitor), Util.fixNull(subject));
    }

    private static void check(Permission permission) {
        Jenkins jenkins = JenkinsFacade.get().root();
        jenkins.checkPermission(CompliancePermission.VIEW);
        jenkins.checkPermission(permission);
    }

    private static HttpResponse act(String why, String page, BiConsumer<ScanCompliance, Pause.By> action) {
        try {
            Pause.By by = by(why);
            ComplianceCheck.get().with(check -> {
                action.accept(check, by);
                return null;
            });
        } catch (IllegalArgumentException | CheckUnavailableException refused) {
            return PlainAnswer.badRequest(refused.getMessage());
        }
        ComplianceCheck.get().wake();
        return to(page);
    }

    private static HttpResponse to(String page) {
        return new HttpRedirect("../" + page);
    }

    private static Pause.By by(String why) {
        return new Pause.By(Jenkins.getAuthentication2().getName(), reason(why));
    }

    private static String reason(String typed) {
        String why = Util.fixNull(typed).strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "Say why, in at most " + LONGEST_REASON + " characters: it goes on record.");
        }
        return why;
    }

    private static Duration hours(String typed) {
        String text = Util.fixNull(typed).strip();
        if (!text.matches("[1-9][0-9]{0,5}") || Long.parseLong(text) > MOST_HOURS) {
            throw new IllegalArgumentException(
                    "For how many hours? A whole number from 1 to " + MOST_HOURS + " is expected.");
        }
        return Duration.ofHours(Long.parseLong(text));
    }

    private static String incident(String typed) {
        return named("incident", typed);
    }

    private static String named(String what, String typed) {
        String text = Util.fixNull(typed).strip();
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "The value of '" + what + "' is missing or longer than " + LONGEST_NAME + " characters.");
        }
        return text;
    }

    private static StoredPause pause(String kind, String scope, String value, Duration length, Pause.By by) {
        Instant now = CompliancePage.now();
        String word = Util.fixNull(kind).toUpperCase(Locale.ROOT);
        String what = Util.fixNull(scope);
        String text = named("value", value);
        if (!word.equals("MUTE") && !word.equals("MAINTENANCE")) {
            throw new IllegalArgumentException("The value of 'kind' is not known; valid are mute and maintenance.");
        }
        if (!what.matches("monitor|tag|source|zone")) {
            throw new IllegalArgumentException(
                    "The value of 'scope' is not known; valid are monitor, tag, source and zone.");
        }
        return new StoredPause(
                "pause-" + UUID.randomUUID().toString().substring(0, 13),
                word,
                what.equals("monitor") ? text : null,
                what.equals("tag") ? text : null,
                what.equals("source") ? text : null,
                what.equals("zone") ? text : null,
                now,
                now.plus(length),
                null,
                null,
                null,
                by.who(),
                by.why());
    }
}
