package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.cloudbees.plugins.credentials.CredentialsScope;
import java.util.List;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class QualysConfigurationITest {

    private static QualysConfiguration filled() throws Exception {
        Settings.keep(Settings.token(CredentialsScope.GLOBAL, "token", ""));
        QualysConfiguration settings = QualysConfiguration.get();
        settings.setCredentialsId("token");
        settings.setGateways(List.of(new QualysGateway("private", "https://gateway.example")));
        settings.setPod("private");
        settings.setPolicies(
                List.of(new NamedPolicy("strict", Settings.STRICT), new NamedPolicy("company floor", Settings.LAX)));
        settings.setDefaultPolicy("strict");
        settings.setFloorPolicy("company floor");
        settings.setAllowBuiltInNode(true);
        settings.setInsecureRegistries("registry.example:5000, 10.0.0.1:5000");
        settings.setKevFeed("https://feeds.example/kev.json");
        settings.setEpssFeed("/srv/feeds/epss.csv.gz");
        settings.setStaleAfterDays(3);
        settings.setHistoryDays(700);
        settings.setMaxScanMinutes(20);
        settings.save();
        return settings;
    }

    private static void assertFilled(QualysConfiguration settings) {
        assertThat(settings.getCredentialsId()).isEqualTo("token");
        assertThat(settings.getPod()).isEqualTo("private");
        assertThat(settings.getGateways()).singleElement().satisfies(gateway -> {
            assertThat(gateway.getName()).isEqualTo("private");
            assertThat(gateway.getUrl()).isEqualTo("https://gateway.example");
        });
        assertThat(settings.getPolicies()).extracting(NamedPolicy::getName).containsExactly("strict", "company floor");
        assertThat(settings.getPolicies().get(0).getText()).isEqualToNormalizingNewlines(Settings.STRICT);
        assertThat(settings.getDefaultPolicy()).isEqualTo("strict");
        assertThat(settings.getFloorPolicy()).isEqualTo("company floor");
        assertThat(settings.isAllowBuiltInNode()).isTrue();
        assertThat(settings.getInsecureRegistries()).isEqualTo("registry.example:5000, 10.0.0.1:5000");
        assertThat(settings.getKevFeed()).isEqualTo("https://feeds.example/kev.json");
        assertThat(settings.getEpssFeed()).isEqualTo("/srv/feeds/epss.csv.gz");
        assertThat(settings.getStaleAfterDays()).isEqualTo(3);
        assertThat(settings.getHistoryDays()).isEqualTo(700);
        assertThat(settings.getMaxScanMinutes()).isEqualTo(20);
    }

    @Test
    void shouldSurviveItsFormAndARestart(JenkinsRule jenkins) throws Throwable {
        filled();

        jenkins.configRoundtrip();
        assertFilled(QualysConfiguration.get());

        jenkins.restart();
        assertFilled(QualysConfiguration.get());
    }

    @Test
    void shouldForgetTheLastGatewayThatIsTakenOutOfTheForm(JenkinsRule jenkins) throws Exception {
        QualysConfiguration settings = QualysConfiguration.get();
        settings.setGateways(List.of(new QualysGateway("private", "https://gateway.example")));
        settings.setPolicies(List.of(new NamedPolicy("strict", Settings.STRICT)));
        settings.save();
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        HtmlForm form = browser.goTo("manage/configure").getFormByName("config");

        HtmlElement delete = form.getInputByValue("private")
                .getFirstByXPath("ancestor::div[contains(@class,'repeated-chunk')][1]"
                        + "//button[contains(@class,'repeatable-delete')]");
        delete.click();
        browser.waitForBackgroundJavaScript(5_000);
        jenkins.submit(form);

        assertThat(QualysConfiguration.get().getGateways()).isEmpty();
        assertThat(QualysConfiguration.get().getPolicies()).hasSize(1);
    }

    @Test
    void shouldRefuseAFormWithEverythingThatIsWrongAndChangeNothing(JenkinsRule jenkins) throws Exception {
        Settings.policies(new NamedPolicy("strict", Settings.STRICT)).setInsecureRegistries("one.example");
        QualysConfiguration.get().save();
        JenkinsRule.WebClient browser = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlForm form = browser.goTo("manage/configure").getFormByName("config");
        form.getTextAreaByName("_.text").setText("version: 1\nlimits:\n  hihg: 1\n");
        form.getInputByName("_.insecureRegistries").setValue("http://two.example/");
        form.getInputByName("_.caFile").setValue("relative.pem");

        HtmlPage answer = jenkins.submit(form);

        assertThat(answer.asNormalizedText())
                .contains("strict:3:3", "hihg", "http://two.example/", "relative.pem")
                .doesNotContain("Exception");
        QualysConfiguration settings = QualysConfiguration.get();
        assertThat(settings.getInsecureRegistries()).isEqualTo("one.example");
        assertThat(settings.getPolicies().get(0).getText()).isEqualTo(Settings.STRICT);
    }

    @Test
    void shouldNotKeepSettingsThatContradictEachOther(JenkinsRule jenkins) throws Throwable {
        QualysConfiguration settings = filled();

        settings.setFloorPolicy("gone");
        settings.setPod("https://thief.example");
        settings.setGateways(List.of(
                new QualysGateway("us2", "https://gateway.example"),
                new QualysGateway("plain", "http://user:pw@gateway.example"),
                new QualysGateway("plain", "https://gateway.example")));
        settings.setStaleAfterDays(0);

        assertThatIllegalArgumentException()
                .isThrownBy(settings::save)
                .withMessageContainingAll(
                        "no central policy named gone",
                        "There are: strict, company floor",
                        "thief.example",
                        "us2 is the name of a shared Qualys platform",
                        "two gateways named plain",
                        "https with nothing but host",
                        "0 is not between 1 and 3650")
                .withMessageNotContaining("pw@");
        assertFilled(settings);
        jenkins.restart();
        assertFilled(QualysConfiguration.get());
    }
}
