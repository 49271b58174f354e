package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.domains.Domain;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.model.FreeStyleBuild;
import hudson.model.FreeStyleProject;
import hudson.util.Secret;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.net.URI;
import java.util.List;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConnectionsITest {
    private static final QualysPlatform US2 = new QualysPlatform.Pod(PodName.US2);

    private static QualysConnection connect(FreeStyleBuild build, String credentialsId, String pod)
            throws ScanRefusedException {
        return Connections.current().connection(build, credentialsId, pod);
    }

    @Test
    void shouldFindCredentialsOfTheFolderInsideAndNotOutside(JenkinsRule jenkins) throws Exception {
        Folder folder = jenkins.jenkins.createProject(Folder.class, "folder");
        Settings.keep(folder, Settings.token(CredentialsScope.GLOBAL, "of-folder", "US2"));
        FreeStyleProject inside = folder.createProject(FreeStyleProject.class, "inside");
        FreeStyleBuild insideBuild = jenkins.buildAndAssertSuccess(inside);
        FreeStyleBuild outsideBuild = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("outside"));

        QualysConnection found = connect(insideBuild, "of-folder", "");

        assertThat(found.platform()).isEqualTo(US2);
        assertThat(found.tokens().token().value()).isEqualTo(Settings.SECRET);
        assertThat(found.proxy()).isNull();
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> connect(outsideBuild, "of-folder", "US2"))
                .withMessageContainingAll("of-folder", "named by the step", "outside");
        assertThat(CredentialsProvider.getOrCreateFingerprintOf(Settings.store(folder)
                                .getCredentials(Domain.global())
                                .get(0))
                        .getJobs())
                .containsExactly("folder/inside");
    }

    /** System credentials: SECURITY-3265 warnings-ng; 3225, 1106 jira; 3045 vault. */
    @Test
    void shouldNotReachSystemCredentials(JenkinsRule jenkins) throws Exception {
        Settings.keep(Settings.token(CredentialsScope.SYSTEM, "of-system", "US2"));
        QualysConfiguration.get().setCredentialsId("of-system");
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("job"));

        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> connect(build, "of-system", "US2"))
                .withMessageContaining("Global and not System");
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> connect(build, "", "US2"))
                .withMessageContainingAll("of-system", "Manage Jenkins");
    }

    @Test
    void shouldFallBackToTheNearestFolderAndThenToJenkins(JenkinsRule jenkins) throws Exception {
        for (String id : List.of("of-jenkins", "of-outer", "of-inner")) {
            Settings.keep(new StringCredentialsImpl(CredentialsScope.GLOBAL, id, "", Secret.fromString("token-" + id)));
        }
        QualysConfiguration.get().setCredentialsId("of-jenkins");
        QualysConfiguration.get().setPod("US2");
        Folder outer = jenkins.jenkins.createProject(Folder.class, "outer");
        outer.addProperty(Settings.property("", "of-outer"));
        Folder between = outer.createProject(Folder.class, "between");
        Folder inner = between.createProject(Folder.class, "inner");
        inner.addProperty(Settings.property("", "of-inner"));

        assertThat(token(jenkins, jenkins.createFreeStyleProject("a"), "")).isEqualTo("token-of-jenkins");
        assertThat(token(jenkins, between.createProject(FreeStyleProject.class, "b"), ""))
                .isEqualTo("token-of-outer");
        FreeStyleProject innermost = inner.createProject(FreeStyleProject.class, "c");
        assertThat(token(jenkins, innermost, "")).isEqualTo("token-of-inner");
        assertThat(token(jenkins, innermost, "of-jenkins")).isEqualTo("token-of-jenkins");

        inner.getProperties().replace(Settings.property("", "gone"));
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> token(jenkins, innermost, ""))
                .withMessageContainingAll("gone", "set for folder outer/between/inner");
    }

    private static String token(JenkinsRule jenkins, FreeStyleProject job, String credentialsId) throws Exception {
        return connect(jenkins.buildAndAssertSuccess(job), credentialsId, "")
                .tokens()
                .token()
                .value();
    }

    /** SSRF: SECURITY-992 fortify, 1032 netsparker. */
    @Test
    void shouldSendLoginsOnlyToPlatformsThatAdministratorsKnow(JenkinsRule jenkins) throws Exception {
        Settings.keep(Settings.token(CredentialsScope.GLOBAL, "own", "EU1"));
        Settings.keep(Settings.client("none", ""));
        QualysConfiguration settings = QualysConfiguration.get();
        settings.setGateways(List.of(new QualysGateway("private", "https://gateway.example")));
        settings.setPod("US2");
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("job"));

        assertThat(connect(build, "own", "Private").platform())
                .isEqualTo(new QualysPlatform.Gateway(URI.create("https://gateway.example")));
        assertThat(connect(build, "own", "").platform()).isEqualTo(new QualysPlatform.Pod(PodName.EU1));
        assertThat(connect(build, "none", "").platform()).isEqualTo(US2);
        assertThat(connect(build, "none", "ca1").platform()).isEqualTo(new QualysPlatform.Pod(PodName.CA1));
        for (String typed : List.of("https://thief.example", "thief.example:443", "//thief.example", "thief.example")) {
            assertThatExceptionOfType(ScanRefusedException.class)
                    .isThrownBy(() -> connect(build, "own", typed))
                    .withMessageContaining(typed);
        }
        settings.setPod("");
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> connect(build, "none", ""))
                .withMessageContaining("No Qualys platform is known");
    }

    @Test
    void shouldTellEverythingThatIsWrongAtOnce(JenkinsRule jenkins) throws Exception {
        QualysConfiguration.get().setCaFile("/nowhere/ca.pem");
        Settings.keep(
                new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "user", "", "a", "0123456789abcdef"));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("job"));

        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> connect(build, "user", "XX9"))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(3))
                .withMessageContainingAll("user", "no login for Qualys", "XX9", "US1, US2", "/nowhere/ca.pem");
        QualysConfiguration.get().setCaFile("");
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> connect(build, "", ""))
                .withMessageContaining("job has no Qualys credentials");
    }
}
