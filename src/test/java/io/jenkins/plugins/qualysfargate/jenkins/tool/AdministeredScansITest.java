package io.jenkins.plugins.qualysfargate.jenkins.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.ExtensionList;
import hudson.ProxyConfiguration;
import hudson.model.Result;
import hudson.util.Secret;
import io.jenkins.plugins.qualysfargate.engine.http.Proxy;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.engine.threat.FeedSources;
import io.jenkins.plugins.qualysfargate.jenkins.JenkinsFacade;
import io.jenkins.plugins.qualysfargate.jenkins.config.NamedPolicy;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysConfiguration;
import io.jenkins.plugins.qualysfargate.jenkins.config.QualysTokenCredentials;
import io.jenkins.plugins.qualysfargate.jenkins.scan.ScanSettings;
import java.net.URI;
import java.util.List;
import org.jenkinsci.plugins.workflow.cps.CpsFlowDefinition;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class AdministeredScansITest {

    private static WorkflowRun scan(JenkinsRule jenkins, String parameters) throws Exception {
        WorkflowJob job = jenkins.jenkins.createProject(WorkflowJob.class, "job");
        job.setDefinition(new CpsFlowDefinition(
                "node('" + jenkins.createOnlineSlave().getNodeName() + "') { qualysFargateScan(" + parameters + ") }",
                true));
        return jenkins.buildAndAssertStatus(Result.FAILURE, job);
    }

    @Test
    void shouldTellABuildEverythingThatIsNotSetUp(JenkinsRule jenkins) throws Exception {
        WorkflowRun run = scan(jenkins, "image: 'registry.example/app:1', timeoutMinutes: 61, policyName: 'gone'");

        jenkins.assertLogContains("job has no Qualys credentials", run);
        jenkins.assertLogContains("There is no scanner installation", run);
        jenkins.assertLogContains("There is no central policy named gone", run);
        jenkins.assertLogContains("timeoutMinutes: must be at most 60, as administrators have set, but is 61", run);
    }

    @Test
    void shouldGiveScansWhatAdministratorsHaveSet(JenkinsRule jenkins) throws Exception {
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new QualysTokenCredentials(
                        CredentialsScope.GLOBAL, "token", "", Secret.fromString("a-token"), "US2"));
        QualysConfiguration configuration = QualysConfiguration.get();
        configuration.setCredentialsId("token");
        configuration.setPolicies(List.of(new NamedPolicy("strict", "version: 1\nname: strict\n")));
        configuration.setDefaultPolicy("strict");
        configuration.setFloorPolicy("strict");
        configuration.setAllowBuiltInNode(true);
        configuration.setInsecureRegistries("registry.example:5000");
        configuration.setKevFeed("/srv/kev.json");
        configuration.setMaxScanMinutes(7);
        configuration.setHistoryDays(8);
        configuration.save();
        jenkins.jenkins.setProxy(new ProxyConfiguration("proxy.example", 3128));
        WorkflowRun run = scan(jenkins, "image: 'registry.example/app:1'");

        ScanSettings settings = JenkinsFacade.get().only(ScanSettings.class);

        assertThat(ExtensionList.lookup(ScanSettings.class)).singleElement().isSameAs(settings);
        assertThat(settings.connection(run, "", "").platform()).isEqualTo(new QualysPlatform.Pod(PodName.US2));
        assertThat(settings.central("strict").name()).isEqualTo("strict");
        assertThat(settings.defaultPolicy()).isPresent();
        assertThat(settings.floors(run.getParent())).hasSize(1);
        assertThat(settings.isBuiltInNodeAllowed()).isTrue();
        assertThat(settings.insecureRegistries()).containsExactly("registry.example:5000");
        assertThat(settings.certificates()).isEmpty();
        assertThat(settings.feeds()).isEqualTo(new FeedSources("/srv/kev.json", null));
        assertThat(settings.longestScanMinutes()).isEqualTo(7);
        assertThat(settings.historyDays()).isEqualTo(8);
        assertThat(settings.proxyVariables()).containsEntry("HTTPS_PROXY", "http://proxy.example:3128");
        assertThat(settings.http().proxy().proxyFor(URI.create("https://feeds.example/")))
                .contains(new Proxy("proxy.example", 3128, "", ""));
    }
}
