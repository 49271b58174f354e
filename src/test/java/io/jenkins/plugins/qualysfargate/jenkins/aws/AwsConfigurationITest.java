package io.jenkins.plugins.qualysfargate.jenkins.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hudson.ExtensionList;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.qualysfargate.engine.AwsUse;
import io.jenkins.plugins.qualysfargate.engine.alert.AlertReason;
import io.jenkins.plugins.qualysfargate.engine.aws.AssumedRole;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsLogin;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class AwsConfigurationITest {
    private static final Path PAGE = Path.of("docs/user/jenkins-aws.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- loaded by AwsConfigurationITest -->\n\n```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path directory;

    private static String documented() throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        return example.group(1);
    }

    private void load(String yaml) throws Exception {
        ConfigurationAsCode.get()
                .configure(Files.writeString(directory.resolve("jenkins.yaml"), yaml)
                        .toString());
    }

    private static void assertDocumented() {
        AwsConfiguration settings = AwsConfiguration.get();
        assertThat(settings.getRegion()).isEqualTo("eu-central-1");
        assertThat(settings.getCredentialsId()).isEqualTo("aws-jenkins");
        assertThat(settings.getRoleArn()).isEqualTo("arn:aws:iam::123456789012:role/qualys-fargate-jenkins");
        assertThat(settings.getExternalId()).isEqualTo("jenkins-of-payments");
        assertThat(settings.getEndpoint()).isEmpty();
        assertThat(settings.getAlertTopic())
                .isEqualTo("arn:aws:sns:eu-central-1:123456789012:qualys-fargate-security-alerts");
        assertThat(settings.getAlertOn()).containsExactly("critical", "secrets", "indeterminate");
        assertThat(settings.getMetricsNamespace()).isEqualTo("QualysFargate");
        assertThat(settings.getLogGroup()).isEqualTo("/qualys-fargate/scans");
        assertThat(settings.getQualysSecretId()).isEqualTo("qualys-fargate/qualys");
        assertThat(settings.getStack()).isEqualTo("qualys-fargate");
        assertThat(settings.getResultsBucket()).isEqualTo("qualys-fargate-scan-results-123456789012");
        assertThat(settings.getCacheTable()).isEqualTo("old-scan-cache");
        assertThat(settings.queues()).containsExactly("qualys-fargate-image-pushes", "payments-pushes");

        AwsUse use = SharedEngine.settings().aws();
        assertThat(use).isNotNull();
        assertThat(use.settings().region()).isEqualTo("eu-central-1");
        assertThat(use.settings().login()).isEqualTo(new AwsLogin.Kept(new StoredKeys("aws-jenkins")));
        assertThat(use.settings().role())
                .isEqualTo(new AssumedRole(
                        "arn:aws:iam::123456789012:role/qualys-fargate-jenkins",
                        "jenkins-of-payments",
                        AssumedRole.DEFAULT_SESSION));
        assertThat(use.alerts().reasons())
                .containsExactlyInAnyOrder(AlertReason.CRITICAL, AlertReason.SECRETS, AlertReason.INDETERMINATE);
        assertThat(use.stores().history().historyTable()).isEqualTo("qualys-fargate-history");
        assertThat(use.stores().history().outboxTable()).isEqualTo("qualys-fargate-outbox");
        assertThat(use.stores().history().cacheTable()).isEqualTo("old-scan-cache");
        assertThat(use.stores().history().bucket().name()).isEqualTo("qualys-fargate-scan-results-123456789012");
    }

    @Test
    void shouldLoadTheDocumentedExampleAndKeepItThroughItsFormARestartAndAnExport(JenkinsRule jenkins)
            throws Throwable {
        load(documented());
        assertDocumented();

        jenkins.configRoundtrip();
        assertDocumented();
        jenkins.restart();
        assertDocumented();

        String exported = exported();
        load("unclassified:\n  qualysFargateAws:\n    stack: ''\n    cacheTable: ''\n    region: us-east-1\n");
        assertThat(AwsConfiguration.get().getRegion()).isEqualTo("us-east-1");
        load(exported);
        assertDocumented();
    }

    private static String exported() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        Matcher ours =
                Pattern.compile("  qualysFargateAws:\n(?:    .*\n)+").matcher(out.toString(StandardCharsets.UTF_8));
        assertThat(ours.find()).isTrue();
        return "unclassified:\n" + ours.group();
    }

    @Test
    void shouldUseNothingOfAwsUnlessAdministratorsSaySo(JenkinsRule jenkins) throws Exception {
        assertThat(AwsConfiguration.get().isInUse()).isFalse();
        assertThat(SharedEngine.settings().aws()).isNull();
        assertThat(AwsConfiguration.get().getAlertOn())
                .containsExactly("critical", "high", "secrets", "malware", "failed", "indeterminate");

        jenkins.configRoundtrip();

        assertThat(AwsConfiguration.get().isInUse()).isFalse();
        assertThat(AwsConfiguration.get().getAlertOn()).hasSize(6);
    }

    @Test
    void shouldReadSettingsThatWereSavedBeforeThereWereOthers(JenkinsRule jenkins) throws Exception {
        Files.writeString(
                jenkins.jenkins.getRootDir().toPath().resolve(AwsConfiguration.class.getName() + ".xml"),
                "<?xml version='1.1' encoding='UTF-8'?>\n<" + AwsConfiguration.class.getName()
                        + "><region>eu-west-1</region></" + AwsConfiguration.class.getName() + ">");

        AwsConfiguration read = new AwsConfiguration();

        assertThat(read.getRegion()).isEqualTo("eu-west-1");
        assertThat(read.getStack()).isEmpty();
        assertThat(read.queues()).isEmpty();
        assertThat(read.getAlertOn()).contains("critical");
    }

    @Test
    void shouldForgetTheChoicesThatAreTakenOutOfTheForm(JenkinsRule jenkins) throws Exception {
        AwsConfiguration settings = AwsConfiguration.get();
        settings.setAlertOn(List.of("critical", "high"));
        settings.save();
        HtmlPage page = jenkins.createWebClient().goTo("manage/configure");
        HtmlForm form = page.getFormByName("config");
        form.getInputsByName("alertOn").forEach(each -> {
            if ("high".equals(each.getAttribute("json"))) {
                each.setChecked(false);
            }
        });

        jenkins.submit(form);

        assertThat(AwsConfiguration.get().getAlertOn()).containsExactly("critical");
    }

    @Test
    void shouldRefuseSettingsWithEverythingThatIsWrongAndKeepTheOnesBefore(JenkinsRule jenkins) throws Exception {
        AwsConfiguration settings = AwsConfiguration.get();
        settings.setRegion("eu-central-1");
        settings.save();
        settings.setRegion("Frankfurt");
        settings.setRoleArn("role/admin");
        settings.setExternalId("x");
        settings.setEndpoint("https://user:pass@host");
        settings.setAlertTopic("arn:aws:sqs:eu-central-1:123456789012:queue");
        settings.setAlertOn(List.of("everything"));
        settings.setMetricsNamespace("AWS/Mine");
        settings.setLogGroup("a b");
        settings.setQualysSecretId("{\"qualys_access_token\": \"hunter22\"}");
        settings.setStack("Qualys Fargate");
        settings.setPushQueues("good, b@d");

        assertThatIllegalArgumentException()
                .isThrownBy(settings::save)
                .withMessageContainingAll(
                        "Frankfurt",
                        "role/admin",
                        "external id has",
                        "http(s)://host",
                        "arn:aws:sqs",
                        "everything",
                        "AWS/Mine",
                        "a b",
                        "and not by what it holds",
                        "Qualys Fargate\" cannot",
                        "no bucket",
                        "b@d")
                .withMessageNotContaining("hunter22")
                .withMessageNotContaining("user:pass");
        assertThat(settings.getRegion()).isEqualTo("eu-central-1");
        assertThat(settings.getRoleArn()).isEmpty();

        assertThatThrownBy(() -> load("unclassified:\n  qualysFargateAws:\n    region: nowhere\n"))
                .hasMessageContaining("nowhere");
        assertThat(AwsConfiguration.get().getRegion()).isEqualTo("eu-central-1");
    }

    @Test
    void shouldWantAReasonForAlertsWhereThereIsATopic(JenkinsRule jenkins) {
        AwsConfiguration settings = AwsConfiguration.get();
        settings.setAlertTopic("arn:aws:sns:eu-central-1:123456789012:alerts");
        settings.setAlertOn(List.of());

        assertThatIllegalArgumentException().isThrownBy(settings::save).withMessageContaining("nothing to alert on");
    }

    @Test
    void shouldCallAnewWhenTheSettingsChangeAndLeaveTheHistoryOpen(JenkinsRule jenkins) throws Exception {
        AwsConfiguration settings = AwsConfiguration.get();
        settings.setRegion("eu-central-1");
        settings.save();
        var before = SharedEngine.engine();
        var history = SharedEngine.history();
        assertThat(SharedEngine.engine()).isSameAs(before);

        settings.setEndpoint("http://127.0.0.1:1");
        settings.save();

        assertThat(SharedEngine.engine()).isNotSameAs(before);
        assertThat(SharedEngine.engine().settings().aws().settings().endpoint())
                .isEqualTo(URI.create("http://127.0.0.1:1"));
        assertThat(SharedEngine.history()).isSameAs(history);
        assertThat(ExtensionList.lookup(KeysInJenkins.class)).hasSize(1);
    }
}
