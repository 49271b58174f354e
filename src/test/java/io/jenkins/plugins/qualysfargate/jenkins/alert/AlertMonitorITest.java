package io.jenkins.plugins.qualysfargate.jenkins.alert;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.ExtensionList;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class AlertMonitorITest {
    private static final AlertBacklog LATE = new AlertBacklog(
            List.of(
                    new LateAlert(
                            "Security Alert: <b>payments/api:1</b>",
                            Instant.parse("2025-11-21T10:00:00Z"),
                            true,
                            "sns:Publish was refused <i>"),
                    new LateAlert("Security Alert: orders:2", Instant.parse("2025-11-21T09:00:00Z"), false, "")),
            "topic <u> is gone");

    private static AlertMonitor monitor() {
        return ExtensionList.lookupSingleton(AlertMonitor.class);
    }

    private static String manage(JenkinsRule jenkins) throws Exception {
        HtmlPage page = jenkins.createWebClient().withJavaScriptEnabled(false).goTo("manage");
        return page.getWebResponse().getContentAsString();
    }

    /** Stored XSS: SECURITY-2821 anchore. */
    @Test
    void shouldListWhatNobodyHeardUntilSomebodyHasSeenIt(JenkinsRule jenkins) throws Exception {
        assertThat(monitor().isActivated()).isFalse();
        monitor().seen(LATE);

        assertThat(manage(jenkins))
                .contains("1 given up, 1 waiting", "payments/api:1", "orders:2", "sns:Publish was refused", "is gone")
                .doesNotContain("<b>payments", "<i>", "<u>");

        FormMethods.as(jenkins, "").post(monitor().getUrl() + "/dismiss", Map.of());
        assertThat(monitor().isActivated()).isFalse();
        assertThat(manage(jenkins)).doesNotContain("payments/api:1");
        monitor()
                .seen(new AlertBacklog(
                        List.of(new LateAlert("later", Instant.now().plusSeconds(60), true, "")), ""));
        assertThat(monitor().isActivated()).isTrue();
    }

    /** The wrong permission or none: SECURITY-3018, 3012, 3007; 1017 checkmarx. */
    @Test
    void shouldBeDismissedByAdministratorsAndByPostOnly(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ)
                .everywhere()
                .toEveryone()
                .grant(Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        monitor().seen(LATE);
        String dismiss = monitor().getUrl() + "/dismiss";

        for (String user : List.of("", "reader", "manager")) {
            assertThat(FormMethods.as(jenkins, user).post(dismiss, Map.of()).getStatusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(FormMethods.as(jenkins, "admin").get(dismiss).getStatusCode())
                .isEqualTo(405);
        assertThat(monitor().isActivated()).isTrue();
        FormMethods.as(jenkins, "admin").post(dismiss, Map.of());
        assertThat(monitor().isActivated()).isFalse();
    }
}
