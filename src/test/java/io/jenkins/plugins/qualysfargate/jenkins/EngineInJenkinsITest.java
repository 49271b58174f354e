package io.jenkins.plugins.qualysfargate.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.PluginWrapper;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class EngineInJenkinsITest {

    @Test
    void shouldBeActive(JenkinsRule jenkins) {
        PluginWrapper plugin = jenkins.getPluginManager().getPlugin("qualys-fargate");

        assertThat(plugin).isNotNull();
        assertThat(plugin.isActive()).isTrue();
        assertThat(plugin.getDependencyErrors()).isEmpty();
        assertThat(jenkins.getPluginManager().getFailedPlugins()).isEmpty();
    }

    @Test
    void shouldListenOnLoopbackOnlyAndForNoAgent(JenkinsRule jenkins) throws Exception {
        assertThat(InetAddress.getByName(jenkins.getURL().getHost()).isLoopbackAddress())
                .isTrue();
        assertThat(jenkins.jenkins.getSlaveAgentPort()).isEqualTo(-1);
        assertThat(jenkins.jenkins.getTcpSlaveAgentListener()).isNull();
    }

    @Test
    void shouldJudgeSamplesWithTheLibrariesOfTheApiPlugins(JenkinsRule jenkins) {
        assertThat(JudgedSample.judge(JudgedSample.directory("clean")).verdict().kind())
                .isEqualTo(VerdictKind.PASS);
        assertThat(JudgedSample.judge(JudgedSample.directory("vulnerable"))
                        .verdict()
                        .kind())
                .isEqualTo(VerdictKind.FAIL);
    }

    @Test
    void shouldBundleOnlyWhatNoApiPluginOffers(JenkinsRule jenkins) throws Exception {
        String libraries = jenkins.getPluginManager()
                .getPlugin("qualys-fargate")
                .getManifest()
                .getMainAttributes()
                .getValue("Libraries");

        Path project = Path.of("").toAbsolutePath();
        assertThat(Arrays.stream(libraries.split(","))
                        .map(Path::of)
                        .filter(path -> !path.startsWith(project.resolve("src")))
                        .filter(path -> !path.startsWith(project.resolve("target"))))
                .satisfiesExactlyInAnyOrder(
                        // A jar, or the directory of its classes if Maven stops before the phase package.
                        engine -> assertThat(engine.toString()).contains("engine"),
                        h2 -> assertThat(h2.getFileName().toString()).startsWith("h2-"),
                        dynamoDb ->
                                assertThat(dynamoDb.getFileName().toString()).startsWith("dynamodb-2"),
                        failsafe ->
                                assertThat(failsafe.getFileName().toString()).startsWith("failsafe-"),
                        re2j -> assertThat(re2j.getFileName().toString()).startsWith("re2j-"));
    }
}
