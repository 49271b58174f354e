package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import hudson.model.Descriptor.FormException;
import hudson.security.ACL;
import hudson.util.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class CredentialsFormITest {

    @Test
    void shouldSurviveTheirForms(JenkinsRule jenkins) throws Exception {
        QualysConfiguration.get().setGateways(List.of(new QualysGateway("private", "https://gateway.example")));
        Settings.keep(Settings.token(CredentialsScope.GLOBAL, "token", "private"));
        Settings.keep(Settings.client("client", "EU2"));

        String shown = submitted(jenkins, "token") + submitted(jenkins, "client");

        assertThat(shown).doesNotContain(Settings.SECRET).contains("client-1");
        assertThat(all(QualysTokenCredentials.class)).singleElement().satisfies(token -> {
            assertThat(token.getPod()).isEqualTo("private");
            assertThat(token.getToken().getPlainText()).isEqualTo(Settings.SECRET);
        });
        assertThat(all(QualysClientCredentials.class)).singleElement().satisfies(client -> {
            assertThat(client.getPod()).isEqualTo("EU2");
            assertThat(client.getClientId()).isEqualTo("client-1");
            assertThat(client.getClientSecret().getPlainText()).isEqualTo(Settings.SECRET);
            assertThat(client.getDescription()).isEqualTo("OAuth client");
        });
    }

    private static String submitted(JenkinsRule jenkins, String id) throws Exception {
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        HtmlPage page = browser.goTo("credentials/store/system/domain/_/credential/" + id + "/update");
        browser.waitForBackgroundJavaScript(10_000);
        HtmlForm form = page.getFormByName("update");
        String shown = page.asXml();
        jenkins.submit(form);
        return shown;
    }

    private static <C extends QualysCredentials> List<C> all(Class<C> kind) {
        return CredentialsProvider.lookupCredentialsInItemGroup(
                kind, jenkins.model.Jenkins.get(), ACL.SYSTEM2, List.of());
    }

    /** In plain text: SECURITY-1039, 1539 anchore; 949, 1508, 3542 aqua; 1380, 1507 microscanner; 1504 neuvector. */
    @Test
    void shouldKeepSecretsEncryptedAndOutOfTheRemoteApi(JenkinsRule jenkins) throws Exception {
        Settings.keep(Settings.token(CredentialsScope.GLOBAL, "token", ""));
        Settings.keep(Settings.client("client", ""));
        Folder folder = jenkins.jenkins.createProject(Folder.class, "folder");
        Settings.keep(folder, Settings.token(CredentialsScope.GLOBAL, "of-folder", ""));
        Path home = jenkins.jenkins.getRootDir().toPath();

        assertThat(Files.readString(home.resolve("credentials.xml")))
                .contains("client-1")
                .doesNotContain(Settings.SECRET);
        assertThat(Files.readString(home.resolve("jobs/folder/config.xml")))
                .contains("of-folder")
                .doesNotContain(Settings.SECRET);
        JenkinsRule.WebClient browser = jenkins.createWebClient();
        assertThat(browser.goTo("credentials/store/system/domain/_/api/json?depth=5", "application/json")
                        .getWebResponse()
                        .getContentAsString())
                .contains("client")
                .doesNotContain(Settings.SECRET);
        assertThat(browser.goTo("job/folder/config.xml", "application/xml")
                        .getWebResponse()
                        .getContentAsString())
                .contains("of-folder")
                .doesNotContain(Settings.SECRET);
    }

    @Test
    void shouldBeOfferedInFoldersToo(JenkinsRule jenkins) throws Exception {
        Folder folder = jenkins.jenkins.createProject(Folder.class, "folder");

        assertThat(Settings.store(folder).getCredentialsDescriptors())
                .hasAtLeastOneElementOfType(QualysTokenCredentials.DescriptorImpl.class)
                .hasAtLeastOneElementOfType(QualysClientCredentials.DescriptorImpl.class);
    }

    @Test
    void shouldRefuseWhatCannotBeALogin(JenkinsRule jenkins) {
        Secret secret = Secret.fromString(Settings.SECRET);
        assertThatExceptionOfType(FormException.class)
                .isThrownBy(() -> new QualysTokenCredentials(null, "a", "", Secret.fromString(" "), ""))
                .withMessageContaining("token");
        assertThatExceptionOfType(FormException.class)
                .isThrownBy(() -> new QualysClientCredentials(null, "a", "", " ", secret, ""))
                .withMessageContaining("clientId");
        assertThatExceptionOfType(FormException.class)
                .isThrownBy(() -> new QualysClientCredentials(null, "a", "", "client-1", null, ""))
                .withMessageContaining("clientSecret");
        assertThatExceptionOfType(FormException.class)
                .isThrownBy(() -> new QualysTokenCredentials(null, "a", "", secret, "https://thief.example"))
                .withMessageContaining("administrator")
                .withMessageNotContaining(Settings.SECRET);
    }
}
