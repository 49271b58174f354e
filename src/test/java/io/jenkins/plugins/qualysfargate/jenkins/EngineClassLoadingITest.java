package io.jenkins.plugins.qualysfargate.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.PluginManager;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifEvidence;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.RealJenkinsExtension;

/** Jenkins in its own process, where every plugin has its own class loader as in production. */
class EngineClassLoadingITest {

    @RegisterExtension
    private final RealJenkinsExtension jenkins =
            new RealJenkinsExtension().javaOptions("-Djenkins.model.Jenkins.slaveAgentPort=-1");

    @BeforeEach
    void startJenkins() throws Exception {
        jenkins.startJenkins();
    }

    @Test
    void shouldTakeEachLibraryFromWhereItBelongs() throws Throwable {
        jenkins.runRemotely(EngineClassLoadingITest::compareClassLoaders);
    }

    @Test
    void shouldJudgeAndRememberInsideThePlugin() throws Throwable {
        jenkins.runRemotely(
                EngineClassLoadingITest::judgeAndRemember,
                JudgedSample.directory("clean").toString(),
                VerdictKind.PASS);
        jenkins.runRemotely(
                EngineClassLoadingITest::judgeAndRemember,
                JudgedSample.directory("vulnerable").toString(),
                VerdictKind.FAIL);
    }

    private static void compareClassLoaders(JenkinsRule inside) throws Exception {
        PluginManager plugins = inside.getPluginManager();
        ClassLoader ours = plugins.getPlugin("qualys-fargate").classLoader;

        assertThat(SarifEvidence.class.getClassLoader()).isSameAs(ours);
        assertThat(ours.loadClass("org.h2.Driver").getClassLoader()).isSameAs(ours);
        assertThat(ours.loadClass("com.fasterxml.jackson.databind.ObjectMapper").getClassLoader())
                .isSameAs(plugins.getPlugin("jackson2-api").classLoader);
        assertThat(ours.loadClass("org.yaml.snakeyaml.nodes.Node").getClassLoader())
                .isSameAs(plugins.getPlugin("snakeyaml-api").classLoader);
    }

    private static void judgeAndRemember(JenkinsRule inside, String sample, VerdictKind expected) {
        JudgedImage judged = JudgedSample.judge(Path.of(sample));
        assertThat(judged.verdict().kind()).isEqualTo(expected);

        Path directory = inside.jenkins.getRootDir().toPath().resolve(expected.name());
        try (H2History history = H2History.open(directory, Clock.fixed(JudgedSample.NOW, ZoneOffset.UTC))) {
            ScanId id = history.record(new ScanRecord(
                    ScanId.random(),
                    judged,
                    "no critical",
                    "1",
                    null,
                    Set.of(ScanType.PKG, ScanType.SECRET),
                    null,
                    JudgedSample.NOW));

            assertThat(history.find(id))
                    .hasValueSatisfying(
                            found -> assertThat(found.image().verdict().kind()).isEqualTo(expected));
        }
    }
}
