package io.jenkins.plugins.qualysfargate.jenkins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.PluginManager;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsLogin;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsSettings;
import io.jenkins.plugins.qualysfargate.engine.history.H2History;
import io.jenkins.plugins.qualysfargate.engine.history.ScanId;
import io.jenkins.plugins.qualysfargate.engine.history.ScanRecord;
import io.jenkins.plugins.qualysfargate.engine.model.JudgedImage;
import io.jenkins.plugins.qualysfargate.engine.model.ScanType;
import io.jenkins.plugins.qualysfargate.engine.model.VerdictKind;
import io.jenkins.plugins.qualysfargate.engine.sarif.SarifEvidence;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
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
        assertThat(ours.loadClass("software.amazon.awssdk.core.SdkClient").getClassLoader())
                .isSameAs(plugins.getPlugin("aws-java-sdk2-core").classLoader);
        assertThat(ours.loadClass("software.amazon.awssdk.services.s3.S3Client").getClassLoader())
                .isSameAs(plugins.getPlugin("aws-java-sdk2-s3").classLoader);
        assertThat(ours.loadClass("software.amazon.awssdk.services.dynamodb.DynamoDbClient")
                        .getClassLoader())
                .isSameAs(ours);
    }

    /** What is missing of a service shows when it is called: each of them reaches the network and says so. */
    @Test
    void shouldCallEveryServiceOfAws() throws Throwable {
        jenkins.runRemotely(EngineClassLoadingITest::callNobody);
    }

    private static void callNobody(JenkinsRule inside) {
        AwsSettings nobody = AwsSettings.DEFAULT
                .inRegion("eu-central-1")
                .as(new AwsLogin.Kept(() -> new AwsLogin.Keys("AKIA", "secret", null)))
                .at(URI.create("http://127.0.0.1:1"))
                .bounded(Duration.ofSeconds(20), Duration.ofSeconds(5), 1);
        try (AwsClients aws = new AwsClients(nobody)) {
            List<Supplier<?>> calls = List.of(
                    () -> aws.sts().getCallerIdentity(),
                    () -> aws.s3().listBuckets(),
                    () -> aws.dynamoDb().listTables(),
                    () -> aws.sns().listTopics(),
                    () -> aws.sqs().listQueues(),
                    () -> aws.ecr().getAuthorizationToken(),
                    () -> aws.ecs().listClusters(),
                    () -> aws.secrets().listSecrets(),
                    () -> aws.cloudWatch().listMetrics(),
                    () -> aws.logs().describeLogGroups());
            assertThat(calls)
                    .allSatisfy(call -> assertThatThrownBy(call::get).hasMessageContaining("Connect to 127.0.0.1:1"));
        }
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
