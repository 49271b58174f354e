package io.jenkins.plugins.qualysfargate.jenkins.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.cloudbees.jenkins.plugins.awscredentials.AWSCredentialsImpl;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.ExtensionList;
import hudson.model.FreeStyleBuild;
import hudson.model.Item;
import io.jenkins.plugins.qualysfargate.engine.qscanner.PodName;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysConnection;
import io.jenkins.plugins.qualysfargate.engine.qscanner.QualysPlatform;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import io.jenkins.plugins.qualysfargate.jenkins.SharedEngine;
import io.jenkins.plugins.qualysfargate.jenkins.config.Connections;
import io.jenkins.plugins.qualysfargate.jenkins.harness.AwsStandIn;
import io.jenkins.plugins.qualysfargate.jenkins.words.ScanRefusedException;
import java.util.List;
import java.util.Map;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

/** As whom AWS is called. */
@WithJenkins
class AwsLoginITest {
    private static final String SECRET = "hunter22-nobody-may-read-this";

    private AwsStandIn aws;
    private JenkinsRule jenkins;

    @BeforeEach
    void start(JenkinsRule rule) throws Exception {
        jenkins = rule;
        aws = AwsStandIn.start();
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private static void keep(CredentialsScope scope, String id, String accessKeyId) throws Exception {
        SystemCredentialsProvider.getInstance().getCredentials().clear();
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new AWSCredentialsImpl(scope, id, accessKeyId, SECRET, "keys of the build system"));
        SystemCredentialsProvider.getInstance().save();
    }

    private AwsConfiguration configured() {
        AwsConfiguration settings = AwsConfiguration.get();
        settings.setRegion("eu-central-1");
        settings.setEndpoint(aws.endpoint());
        settings.setCredentialsId("aws");
        settings.save();
        return settings;
    }

    private String test(String user, Map<String, String> typed) throws Exception {
        return FormMethods.as(jenkins, user).answer(FormMethods.url(AwsConfiguration.get(), "doTestConnection"), typed);
    }

    private Map<String, String> typed(String credentialsId) {
        return Map.of("region", "eu-central-1", "credentialsId", credentialsId, "endpoint", aws.endpoint());
    }

    @Test
    void shouldShowWhoAwsSaysTheCallerIs() throws Exception {
        keep(CredentialsScope.SYSTEM, "aws", "AKIAONE");

        assertThat(test("", typed("aws")))
                .contains("account 123456789012", "arn:aws:iam::123456789012:user/jenkins")
                .doesNotContain(FormMethods.ERROR, SECRET);
        assertThat(aws.calls("GetCallerIdentity"))
                .extracting(AwsStandIn.Call::accessKeyId)
                .containsExactly("AKIAONE");
    }

    @Test
    void shouldSayWhyAwsDoesNotKnowTheCaller() throws Exception {
        keep(CredentialsScope.GLOBAL, "aws", "AKIAONE");
        aws.when("GetCallerIdentity", body -> AwsStandIn.Answer.xmlError(403, "InvalidClientTokenId"));

        assertThat(test("", typed("aws"))).contains(FormMethods.ERROR, "sts:GetCallerIdentity", "InvalidClientTokenId");
        assertThat(test("", typed("<b>gone")))
                .contains(FormMethods.ERROR, "no AWS credentials")
                .doesNotContain("<b>");
        assertThat(test("", Map.of("region", "<b>", "endpoint", "ftp://a")))
                .contains(FormMethods.ERROR, "name of a region", "http(s)://host")
                .doesNotContain("<b>");
    }

    /** The wrong permission or none: SECURITY-3018 qualys-cs, 3012 qualys-was, 3007 qualys-pc; ids of credentials: 2032 aws-credentials. */
    @Test
    void shouldTestLoginsAndShowTheirIdsToAdministratorsOnly() throws Exception {
        keep(CredentialsScope.GLOBAL, "aws", "AKIAONE");
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toEveryone()
                .grant(Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        String choices = FormMethods.url(AwsConfiguration.get(), "doFillCredentialsIdItems");
        String check = FormMethods.url(AwsConfiguration.get(), "doCheckCredentialsId");

        for (String user : List.of("", "reader", "manager")) {
            assertThat(FormMethods.as(jenkins, user)
                            .post(FormMethods.url(AwsConfiguration.get(), "doTestConnection"), typed("aws"))
                            .getStatusCode())
                    .as(user)
                    .isEqualTo(403);
            assertThat(FormMethods.as(jenkins, user).answer(choices, Map.of("credentialsId", "mine")))
                    .contains("mine")
                    .doesNotContain("keys of the build system");
            assertThat(FormMethods.as(jenkins, user).answer(check, Map.of("value", "guess")))
                    .isEqualTo("<div/>");
        }
        assertThat(aws.calls("GetCallerIdentity")).isEmpty();
        assertThat(FormMethods.as(jenkins, "admin").answer(choices, Map.of("credentialsId", "mine")))
                .contains("mine", "keys of the build system");
        assertThat(FormMethods.as(jenkins, "admin").answer(check, Map.of("value", "guess")))
                .contains(FormMethods.ERROR);
        assertThat(test("admin", typed("aws"))).contains("123456789012");
    }

    @Test
    void shouldCallWithNewKeysAsSoonAsSomebodyHasChangedThem() throws Exception {
        keep(CredentialsScope.GLOBAL, "aws", "AKIAONE");
        configured();
        SharedEngine.engine().aws().account();

        keep(CredentialsScope.GLOBAL, "aws", "AKIATWO");
        SharedEngine.engine().aws().account();

        assertThat(aws.calls("GetCallerIdentity"))
                .extracting(AwsStandIn.Call::accessKeyId)
                .containsExactly("AKIAONE", "AKIATWO");
    }

    @Test
    void shouldWorkWithoutThePluginThatKeepsKeys() throws Exception {
        ExtensionList<KeysInJenkins> keys = ExtensionList.lookup(KeysInJenkins.class);
        keys.removeAll(List.copyOf(keys));

        assertThat(FormMethods.as(jenkins, "")
                        .answer(
                                FormMethods.url(AwsConfiguration.get(), "doFillCredentialsIdItems"),
                                Map.of("credentialsId", "")))
                .contains("login of the machine");
        assertThat(FormMethods.as(jenkins, "")
                        .answer(
                                FormMethods.url(AwsConfiguration.get(), "doCheckCredentialsId"),
                                Map.of("value", "aws")))
                .contains("AWS Credentials is not installed");
        assertThat(test("", typed("aws"))).contains(FormMethods.ERROR, "no AWS credentials");
        jenkins.configRoundtrip();
    }

    @Test
    void shouldLogInToQualysWithTheSecretWhereNobodyNamesCredentials() throws Exception {
        keep(CredentialsScope.GLOBAL, "aws", "AKIAONE");
        configured().setQualysSecretId("qualys-login");
        AwsConfiguration.get().save();
        aws.when(
                "GetSecretValue",
                body -> AwsStandIn.Answer.json(
                        "{\"SecretString\":\"{\\\"qualys_pod\\\":\\\"EU1\\\",\\\"qualys_access_token\\\":\\\"" + SECRET
                                + "\\\"}\"}"));
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("job"));

        QualysConnection found = Connections.current().connection(build, "", "");

        assertThat(found.platform()).isEqualTo(new QualysPlatform.Pod(PodName.EU1));
        assertThat(found.tokens().token().value()).isEqualTo(SECRET);
        assertThat(Connections.current().connection(build, "", "US3").platform())
                .isEqualTo(new QualysPlatform.Pod(PodName.US3));
        assertThat(aws.calls("GetSecretValue")).singleElement().satisfies(call -> assertThat(call.body())
                .contains("qualys-login"));
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> Connections.current().connection(build, "named", ""))
                .withMessageContaining("named");
    }

    @Test
    void shouldRefuseAScanWhoseSecretCannotBeReadAndShowNothingOfIt() throws Exception {
        keep(CredentialsScope.GLOBAL, "aws", "AKIAONE");
        configured().setQualysSecretId("qualys-login");
        AwsConfiguration.get().save();
        FreeStyleBuild build = jenkins.buildAndAssertSuccess(jenkins.createFreeStyleProject("job"));

        aws.when("GetSecretValue", body -> AwsStandIn.Answer.error(400, "AccessDeniedException"));
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> Connections.current().connection(build, "", ""))
                .withMessageContainingAll("secretsmanager:GetSecretValue", "qualys-login");
        aws.when("GetSecretValue", body -> AwsStandIn.Answer.json("{\"SecretString\":\"" + SECRET + "\"}"));
        assertThatExceptionOfType(ScanRefusedException.class)
                .isThrownBy(() -> Connections.current().connection(build, "", ""))
                .withMessageContaining("qualys-login")
                .withMessageNotContaining(SECRET);
    }
}
