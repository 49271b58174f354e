package io.jenkins.plugins.qualysfargate.jenkins.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.tools.InstallSourceProperty;
import hudson.tools.ToolInstaller;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class QScannerFormITest {
    private static final String CHECKSUM = "0123456789abcdef".repeat(4);

    private static QScannerInstallation.DescriptorImpl tools() {
        return ExtensionList.lookupSingleton(QScannerInstallation.DescriptorImpl.class);
    }

    private static QScannerInstaller installer(String version, String url) {
        QScannerInstaller installer = new QScannerInstaller("linux");
        installer.setVersion(version);
        installer.setUrl(url);
        installer.setSha256Amd64(CHECKSUM);
        return installer;
    }

    private static void keep() throws Exception {
        QScannerInstallation lying = new QScannerInstallation("lying", "/opt/qscanner", List.of());
        lying.setSha256(CHECKSUM);
        tools().setInstallations(
                        lying,
                        new QScannerInstallation(
                                "pinned",
                                "",
                                List.of(new InstallSourceProperty(List.<ToolInstaller>of(
                                        installer("4.8.0-2", "https://mirror.example/qscanner.gz"))))));
    }

    private static void assertKept() {
        assertThat(tools().getInstallations())
                .satisfiesExactly(
                        lying -> {
                            assertThat(lying.getName()).isEqualTo("lying");
                            assertThat(lying.getHome()).isEqualTo("/opt/qscanner");
                            assertThat(lying.getSha256()).isEqualTo(CHECKSUM);
                        },
                        pinned -> {
                            assertThat(pinned.getName()).isEqualTo("pinned");
                            assertThat(pinned.getHome()).isNullOrEmpty();
                            assertThat(pinned.getProperties().get(InstallSourceProperty.class).installers)
                                    .singleElement()
                                    .isInstanceOfSatisfying(QScannerInstaller.class, installer -> {
                                        assertThat(installer.getLabel()).isEqualTo("linux");
                                        assertThat(installer.getVersion()).isEqualTo("4.8.0-2");
                                        assertThat(installer.getUrl()).isEqualTo("https://mirror.example/qscanner.gz");
                                        assertThat(installer.getSha256Amd64()).isEqualTo(CHECKSUM);
                                        assertThat(installer.getSha256Arm64()).isEmpty();
                                    });
                        });
    }

    @Test
    void shouldSurviveTheFormAndARestart(JenkinsRule jenkins) throws Throwable {
        keep();

        jenkins.submit(jenkins.createWebClient().goTo("manage/configureTools").getFormByName("config"));
        assertKept();

        jenkins.restart();
        assertKept();
    }

    @Test
    void shouldRefuseAFormWithEverythingThatIsWrongAndChangeNothing(JenkinsRule jenkins) throws Exception {
        keep();
        JenkinsRule.WebClient browser = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlForm form = browser.goTo("manage/configureTools").getFormByName("config");
        form.getInputByValue("/opt/qscanner").setValue("relative");
        form.getInputByValue("4.8.0-2").setValue("latest");
        form.getInputByName("_.sha256Arm64").setValue("abc");

        HtmlPage answer = jenkins.submit(form);

        assertThat(answer.asNormalizedText())
                .contains("lying: ", "relative", "pinned: ", "latest", "\"abc\" is not a SHA-256", "two checksums")
                .doesNotContain("Exception");
        assertKept();
    }

    @Test
    void shouldNotKeepWhatAScriptSetsWrong(JenkinsRule jenkins) throws Exception {
        keep();
        QScannerInstallation both = new QScannerInstallation(
                "both",
                "",
                List.of(new InstallSourceProperty(
                        List.<ToolInstaller>of(installer("4.8.0-2", "http://mirror.example/q")))));
        both.setSha256(CHECKSUM);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tools().setInstallations(both, both, new QScannerInstallation(" ", "", null)))
                .withMessageContainingAll(
                        "the installation itself must have none", "two scanner installations named both", "has no name")
                .withMessageContaining("https address");
        assertKept();
    }

    @Test
    void shouldJudgeWhatIsTypedForAdministratorsOnly(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.CONFIGURE)
                .everywhere()
                .toEveryone()
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        Descriptor<?> installer = ExtensionList.lookupSingleton(QScannerInstaller.DescriptorImpl.class);
        Map<String, String> wrong = Map.of(
                FormMethods.url(installer, "doCheckVersion"), "latest",
                FormMethods.url(installer, "doCheckUrl"), "http://mirror.example/<b>",
                FormMethods.url(installer, "doCheckSha256Amd64"), "<b>",
                FormMethods.url(installer, "doCheckSha256Arm64"), "abc",
                FormMethods.url(tools(), "doCheckSha256"), "abc",
                FormMethods.url(tools(), "doCheckName"), "",
                FormMethods.url(tools(), "doCheckHome"), "relative");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            Map<String, String> typed = Map.of("value", each.getValue());
            assertThat(FormMethods.as(jenkins, "admin").answer(each.getKey(), typed))
                    .as(each.getKey())
                    .contains(FormMethods.ERROR)
                    .doesNotContain("<b>");
            assertThat(FormMethods.as(jenkins, "somebody").answer(each.getKey(), typed))
                    .as(each.getKey())
                    .isEqualTo("<div/>");
        }
    }
}
