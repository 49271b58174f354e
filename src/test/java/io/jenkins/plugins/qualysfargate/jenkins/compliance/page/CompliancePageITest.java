package io.jenkins.plugins.qualysfargate.jenkins.compliance.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.check.CheckOutcome;
import io.jenkins.plugins.qualysfargate.engine.compliance.Component;
import io.jenkins.plugins.qualysfargate.engine.compliance.MonitorState;
import io.jenkins.plugins.qualysfargate.engine.compliance.OccurrenceState;
import io.jenkins.plugins.qualysfargate.engine.incident.Incident;
import io.jenkins.plugins.qualysfargate.engine.incident.IncidentState;
import io.jenkins.plugins.qualysfargate.engine.resubmit.AttemptState;
import io.jenkins.plugins.qualysfargate.engine.resubmit.Did;
import io.jenkins.plugins.qualysfargate.engine.resubmit.GuardVerdict;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import io.jenkins.plugins.qualysfargate.jenkins.badge.BadgePermission;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceCheck;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.CompliancePermission;
import io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceRig;
import io.jenkins.plugins.qualysfargate.jenkins.harness.TenableStandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jenkins.model.Jenkins;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CompliancePageITest {
    private static final String ROOT = "qualys-compliance/";
    private static final List<String> VIEWS =
            List.of("", "calendar", "incidents", "sources", "makeups", "pauses", "audit", "messages", "subject");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>[^<]|<[a-z][^>]*\\son[a-z]+=|<[a-z][^>]*\\sstyle=|<style");

    private JenkinsRule jenkins;
    private TenableStandIn tenable;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        tenable = TenableStandIn.start();
        tenable.define("1", "ALC_Prod_WDC06_private_import", ComplianceRig.DUE)
                .define("2", "ALC_all_envs_public_import", ComplianceRig.DUE)
                .run("1", ComplianceRig.DUE, "Completed")
                .run("2", ComplianceRig.DUE, "Error");
        ComplianceConfiguration.get().setEnabled(false);
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone()
                .grant(CompliancePermission.VIEW)
                .everywhere()
                .to("viewer", "acknowledger", "muter", "resubmitter")
                .grant(CompliancePermission.ACKNOWLEDGE)
                .everywhere()
                .to("acknowledger", "blind")
                .grant(CompliancePermission.MUTE)
                .everywhere()
                .to("muter")
                .grant(CompliancePermission.RESUBMIT)
                .everywhere()
                .to("resubmitter")
                .grant(CompliancePermission.VIEW_STATUS)
                .everywhere()
                .to("watcher")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
    }

    @AfterEach
    void stop() {
        tenable.close();
    }

    private void look() throws Exception {
        ComplianceRig.configure(ComplianceRig.file(tenable));
        ComplianceRig.look();
    }

    private String page(String view) throws Exception {
        WebResponse response = FormMethods.as(jenkins, "admin").get(ROOT + view);
        assertThat(response.getStatusCode()).as(view).isEqualTo(200);
        return response.getContentAsString();
    }

    private int status(String user, String view) throws Exception {
        return FormMethods.as(jenkins, user).get(ROOT + view).getStatusCode();
    }

    private WebResponse act(String user, String method, Map<String, String> parameters) throws Exception {
        return FormMethods.as(jenkins, user).post(ROOT + "act/" + method, parameters);
    }

    private static Incident incident() throws Exception {
        return ComplianceCheck.get().with(check -> check.incidents().list()).get(0);
    }

    @Test
    void shouldShowHowEveryScanStandsTheWorstFirst() throws Exception {
        look();

        String index = page("");

        assertThat(index).contains("Scans fail", "1 of 2 failed or missed their window", "qualys-state--bad\">failed");
        assertThat(index.indexOf("ALC_all_envs_public_import"))
                .isPositive()
                .isLessThan(index.indexOf("ALC_Prod_WDC06_private_import"));
        assertThat(page("?show=well")).contains("ALC_Prod").doesNotContain("ALC_all_envs");
        assertThat(page("?q=ALL_ENVS")).contains("ALC_all_envs").doesNotContain("ALC_Prod");
        assertThat(page("?q=.*")).contains("There is none of these.");
        assertThat(page("?show=x&page=99999999")).contains("ALC_all_envs");
    }

    @Test
    void shouldShowCalendarSourcesIncidentsAndTheAuditTrail() throws Exception {
        look();

        assertThat(page("calendar")).contains(": failed</span>", ": ok</span>", ": nothing was due</span>");
        assertThat(page("sources"))
                .contains("ALC_Prod_WDC06_SZ", "prod-wdc06-infra-nessus-02", "its clock differs by 0 s");
        assertThat(page("incidents"))
                .contains("ALC_all_envs_public_import", incident().key(), "Acknowledge");
        assertThat(page("audit")).contains("verdicts");
        assertThat(page("messages")).contains("Every message");
        assertThat(page("subject?monitor=daily&subject=2"))
                .contains("ALC_all_envs_public_import", ComplianceRig.RUNBOOK, "Forget this scan");
        assertThat(page("subject?monitor=daily&subject=9")).contains("There is no such scan now.");
    }

    @Test
    void shouldBeThereBeforeAnythingIsChecked() throws Exception {
        assertThat(page("")).contains("there is no compliance file");
        for (String view : List.of("sources", "messages")) {
            page(view);
        }
        for (String view : List.of("incidents", "pauses", "audit", "calendar")) {
            assertThat(page(view))
                    .as(view)
                    .contains("Compliance of scheduled scans")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void shouldSpeakJson() throws Exception {
        look();

        assertThat(page("api/json"))
                .contains(
                        "\"answer\":\"FAILED\"",
                        "\"failing\":[\"ALC_all_envs_public_import\"]",
                        "\"answering\":true",
                        "\"state\":\"OPEN\"");
        WebResponse scans = FormMethods.as(jenkins, "viewer").get(ROOT + "scans?show=failing");
        assertThat(scans.getContentType()).isEqualTo("application/json");
        assertThat(scans.getContentAsString()).contains("\"total\":1,", "\"state\":\"FAILED\"");
    }

    @Test
    void shouldHaveNothingInlineInAnyView() throws Exception {
        look();
        for (String view : VIEWS) {
            String page = page(view.equals("subject") ? "subject?monitor=daily&subject=2" : view);
            String own = page.substring(page.indexOf("id=\"main-panel\""));
            assertThat(INLINE.matcher(own.substring(
                                    0, own.indexOf("</main>") < 0 ? own.length() : own.indexOf("</main>")))
                            .find())
                    .as(view)
                    .isFalse();
        }
    }

    /** Stored XSS: names of scans are whatever somebody typed into the scanner. */
    @Test
    void shouldShowHostileNamesAsTexts() throws Exception {
        String evil = "<img src=x onerror=alert(1)>\"'${1+1}<script>alert(2)</script>";
        tenable.define("3", evil, ComplianceRig.DUE).run("3", ComplianceRig.DUE, "Error");
        look();
        act("acknowledger", "comment", Map.of("incident", incident().id(), "why", evil));

        for (String view :
                List.of("", "calendar", "incidents", "audit", "subject?monitor=daily&subject=3", "?q=%3Cimg")) {
            assertThat(page(view))
                    .as(view)
                    .contains("&lt;img src=x")
                    .doesNotContain("<img src=x")
                    .doesNotContain("<script>alert");
        }
    }

    @Test
    void shouldBeForThoseWhoMaySeeIt() throws Exception {
        look();
        for (String view :
                Stream.concat(VIEWS.stream(), Stream.of("api/json", "scans")).toList()) {
            assertThat(status("viewer", view)).as(view).isEqualTo(200);
            for (String user : List.of("watcher", "blind", "somebody")) {
                assertThat(status(user, view)).as(user + " " + view).isIn(401, 403, 404);
            }
            // Is sent to the page to log in.
            assertThat(FormMethods.as(jenkins, "").get(ROOT + view).getContentAsString())
                    .as(view)
                    .doesNotContain("private_import");
        }
        assertThat(FormMethods.as(jenkins, "viewer").get("").getContentAsString())
                .contains("qualys-compliance");
        assertThat(FormMethods.as(jenkins, "somebody").get("").getContentAsString())
                .doesNotContain("qualys-compliance");
        assertThat(FormMethods.as(jenkins, "viewer").get(ROOT + "incidents").getContentAsString())
                .doesNotContain("/act/");
    }

    /** CSRF and missing permissions: SECURITY-2250, 3018, 3012, 3007. */
    @Test
    void shouldDoNothingForThoseWithoutThePermissionAndNothingByGet() throws Exception {
        look();
        Map<String, String> everything = Map.of(
                "incident",
                incident().id(),
                "why",
                "because",
                "hours",
                "1",
                "monitor",
                "daily",
                "subject",
                "2",
                "id",
                "x",
                "kind",
                "mute",
                "scope",
                "monitor");
        List<String> acknowledging = List.of("look", "acknowledge", "unacknowledge", "resolve", "comment");
        List<String> muting = List.of("mute", "openPause", "endPause", "forget");
        long before = ComplianceCheck.get().with(check -> check.ledger().head().sequence());
        List<String> done = new ArrayList<>();
        List<String> resubmitting = List.of("tryResubmit", "resubmit");
        for (String method : Stream.of(acknowledging, muting, resubmitting)
                .flatMap(List::stream)
                .toList()) {
            for (String user : List.of("", "viewer", "watcher", "blind", "acknowledger", "muter", "resubmitter")) {
                boolean allowed = user.equals("acknowledger") && acknowledging.contains(method)
                        || user.equals("muter") && muting.contains(method)
                        || user.equals("resubmitter") && resubmitting.contains(method);
                if (allowed) {
                    continue;
                }
                int status = act(user, method, everything).getStatusCode();
                if (status != 401 && status != 403 && status != 404) {
                    done.add(user + " " + method + " " + status);
                }
            }
            int got =
                    FormMethods.as(jenkins, "admin").get(ROOT + "act/" + method).getStatusCode();
            if (got != 405 && got != 404) {
                done.add("GET " + method + " " + got);
            }
        }

        assertThat(done).isEmpty();
        assertThat((long) ComplianceCheck.get()
                        .with(check -> check.ledger().head().sequence()))
                .isEqualTo(before);
    }

    @Test
    void shouldPutOnRecordWhoDidWhatAndWhy() throws Exception {
        look();
        String id = incident().id();

        assertThat(act("acknowledger", "acknowledge", Map.of("incident", id, "why", "on it", "hours", "2"))
                        .getStatusCode())
                .isEqualTo(200);
        assertThat(incident().state()).isEqualTo(IncidentState.ACKED);
        assertThat(incident().ack().by()).isEqualTo("acknowledger");
        act("acknowledger", "unacknowledge", Map.of("incident", id, "why", "am not"));
        assertThat(incident().ack()).isNull();
        act("muter", "mute", Map.of("incident", id, "why", "known", "hours", "1"));
        assertThat(incident().state()).isEqualTo(IncidentState.QUIET);
        act("acknowledger", "comment", Map.of("incident", id, "why", "a remark"));
        act("acknowledger", "resolve", Map.of("incident", id, "why", "done"));
        act(
                "muter",
                "openPause",
                Map.of("kind", "maintenance", "scope", "zone", "value", "1", "hours", "3", "why", "move"));
        assertThat(page("pauses")).contains("zone 1", "move (muter)");
        String pause = ComplianceCheck.get()
                .with(check -> check.pauses().list())
                .get(0)
                .id();
        act("muter", "endPause", Map.of("id", pause, "why", "moved"));
        assertThat(page("pauses")).doesNotContain("move (muter)");
        act("muter", "forget", Map.of("monitor", "daily", "subject", "2", "why", "gone"));

        assertThat(page("audit"))
                .contains(
                        "on it",
                        "am not",
                        "known",
                        "a remark",
                        "done",
                        "move",
                        "moved",
                        "gone",
                        "acknowledger",
                        "muter");
    }

    @Test
    void shouldSayWithEveryGuardWhetherAFailedScanMayBeStartedAgain() throws Exception {
        look();
        Map<String, String> scan = Map.of("monitor", "daily", "subject", "2", "why", "it failed");

        String tried = act("resubmitter", "tryResubmit", scan).getContentAsString();
        String asked = act("resubmitter", "resubmit", scan).getContentAsString();

        for (String answer : List.of(tried, asked)) {
            assertThat(answer).contains("ALC_all_envs_public_import", "G1 the zone is free", "G10 ");
        }
        assertThat(tenable.calls()).noneMatch(call -> call.startsWith("POST"));
        assertThat(page("makeups")).contains("Compliance of scheduled scans");
        assertThat(page("audit")).contains("it failed", "resubmitter");
        assertThat(act("resubmitter", "resubmit", Map.of("monitor", "daily", "subject", "99", "why", "x")))
                .returns(400, WebResponse::getStatusCode);
    }

    @Test
    void shouldSayWhatIsWrongWithAnAction() throws Exception {
        look();
        String id = incident().id();

        assertThat(act("acknowledger", "comment", Map.of("incident", id, "why", " "))
                        .getContentAsString())
                .contains("Say why");
        assertThat(act("acknowledger", "acknowledge", Map.of("incident", id, "why", "x", "hours", "0")))
                .returns(400, WebResponse::getStatusCode);
        assertThat(act("acknowledger", "resolve", Map.of("incident", "none", "why", "x"))
                        .getContentAsString())
                .contains("There is no incident 'none'");
        assertThat(act(
                                "muter",
                                "openPause",
                                Map.of("kind", "holiday", "scope", "monitor", "value", "*", "hours", "1", "why", "x"))
                        .getContentAsString())
                .contains("mute and maintenance");
    }

    /** SECURITY-906, 2547: badges. */
    @Test
    void shouldHaveABadgeForThoseWhoMaySeeThat() throws Exception {
        assertThat(FormMethods.as(jenkins, "watcher")
                        .get("qualys-fargate/badge/compliance")
                        .getStatusCode())
                .isEqualTo(404);
        look();

        for (String user : List.of("watcher", "viewer", "admin")) {
            assertThat(FormMethods.as(jenkins, user)
                            .get("qualys-fargate/badge/compliance")
                            .getContentAsString())
                    .contains(">failed<", ">scans<");
        }
        for (String user : List.of("", "somebody")) {
            assertThat(FormMethods.as(jenkins, user)
                            .get("qualys-fargate/badge/compliance")
                            .getStatusCode())
                    .isEqualTo(404);
        }
        assertThat(BadgePermission.VIEW_STATUS).isNotEqualTo(CompliancePermission.VIEW_STATUS);
    }

    @Test
    void shouldHaveAWordForEveryState() throws Exception {
        Properties words = new Properties();
        words.load(CompliancePage.class.getResourceAsStream("Messages.properties"));
        for (Class<? extends Enum<?>> type : List.<Class<? extends Enum<?>>>of(
                OccurrenceState.class,
                MonitorState.class,
                IncidentState.class,
                CheckOutcome.Answer.class,
                Did.class,
                AttemptState.class)) {
            for (Enum<?> each : type.getEnumConstants()) {
                assertThat(words).containsKey(type.getSimpleName() + "." + each.name());
            }
        }
        for (GuardVerdict.Answer each : GuardVerdict.Answer.values()) {
            assertThat(words).containsKey("GuardVerdict." + each.name());
        }
        for (Component.Kind each : Component.Kind.values()) {
            assertThat(words).containsKey("Component." + each.name());
        }
    }
}
