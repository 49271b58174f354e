package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class QualysFolderPropertyITest {

    @Test
    void shouldSurviveTheFormOfItsFolder(JenkinsRule jenkins) throws Exception {
        Settings.policies(new NamedPolicy("strict", Settings.STRICT));
        Folder folder = jenkins.jenkins.createProject(Folder.class, "folder");
        Settings.keep(folder, Settings.token(CredentialsScope.GLOBAL, "of-folder", ""));
        folder.addProperty(Settings.property("strict", "of-folder"));

        Folder after = jenkins.configRoundtrip(folder);

        QualysFolderProperty property = after.getProperties().get(QualysFolderProperty.class);
        assertThat(property.getFloorPolicy()).isEqualTo("strict");
        assertThat(property.getCredentialsId()).isEqualTo("of-folder");
    }

    @Test
    void shouldNotBeThereWhereNothingIsSet(JenkinsRule jenkins) throws Exception {
        Folder after = jenkins.configRoundtrip(jenkins.jenkins.createProject(Folder.class, "folder"));

        assertThat(after.getProperties().get(QualysFolderProperty.class)).isNull();
    }

    @Test
    void shouldRefuseAFloorThatIsNotThereAndKeepTheOneBefore(JenkinsRule jenkins) throws Exception {
        QualysConfiguration settings =
                Settings.policies(new NamedPolicy("strict", Settings.STRICT), new NamedPolicy("lax", Settings.LAX));
        Folder folder = jenkins.jenkins.createProject(Folder.class, "folder");
        folder.addProperty(Settings.property("strict", ""));
        JenkinsRule.WebClient browser = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false);
        HtmlPage page = browser.getPage(folder, "configure");
        browser.waitForBackgroundJavaScript(10_000);
        HtmlForm form = page.getFormByName("config");
        HtmlSelect floor = form.getSelectByName("_.floorPolicy");
        floor.setSelectedAttribute(floor.getOptionByValue("lax"), true);
        settings.setPolicies(settings.getPolicies().subList(0, 1));

        HtmlPage answer = jenkins.submit(form);

        assertThat(answer.asNormalizedText()).contains("no central policy named lax", "There are: strict");
        assertThat(folder.getProperties().get(QualysFolderProperty.class).getFloorPolicy())
                .isEqualTo("strict");
    }
}
