package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.impl.UsernamePasswordCredentialsImpl;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.User;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.Test;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;
import org.kohsuke.stapler.verb.POST;

@WithJenkins
class FormPermissionsITest {
    private static final String PLUGIN = "io.jenkins.plugins.qualysfargate.jenkins.";
    private static final List<String> ALL = List.of("", "reader", "keeper", "configurer", "manager", "admin");

    /** Everybody sees everything, so that only the methods' own checks stand between people and credentials. */
    private static void secure(JenkinsRule jenkins) {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toEveryone()
                .grant(CredentialsProvider.CREATE, CredentialsProvider.VIEW)
                .everywhere()
                .to("keeper")
                .grant(Item.CONFIGURE)
                .everywhere()
                .to("configurer")
                .grant(Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
    }

    private static void keepCredentials() throws Exception {
        Settings.keep(Settings.token(CredentialsScope.GLOBAL, "id-token", ""));
        Settings.keep(Settings.token(CredentialsScope.SYSTEM, "id-system", ""));
        Settings.keep(
                new UsernamePasswordCredentialsImpl(CredentialsScope.GLOBAL, "id-user", "", "a", "0123456789abcdef"));
        QualysConfiguration settings = QualysConfiguration.get();
        settings.setGateways(List.of(new QualysGateway("private", "https://gateway.example")));
        settings.setPolicies(List.of(new NamedPolicy("strict", Settings.STRICT)));
        settings.save();
    }

    /** CSRF: SECURITY-2250 dependency-track; 3018 qualys-cs, 3012 qualys-was, 3007 qualys-pc; 1017 checkmarx. */
    @Test
    void shouldTakeNoFormMethodByGet(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        List<String> taken = new ArrayList<>();
        int tried = 0;
        for (Descriptor<?> descriptor : FormMethods.descriptors(PLUGIN)) {
            for (Method method : FormMethods.methods(descriptor).toList()) {
                tried++;
                int status = FormMethods.as(jenkins, "admin")
                        .get(FormMethods.url(descriptor, method.getName()))
                        .getStatusCode();
                if (status != 405 && status != 404 || !method.isAnnotationPresent(POST.class)) {
                    taken.add(method + " answers " + status);
                }
            }
        }
        assertThat(taken).isEmpty();
        assertThat(tried).isGreaterThan(30);
        assertThat(QualysConfiguration.get().getRequiredGlobalConfigPagePermission())
                .isEqualTo(Jenkins.ADMINISTER);
    }

    /** Enumeration of the ids of credentials: SECURITY-2032 aws-credentials; 533; 1015-2; 3101-1. */
    @Test
    void shouldShowTheChoicesOfTheSettingsToAdministratorsOnly(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        keepCredentials();
        QualysConfiguration settings = QualysConfiguration.get();
        for (String user : ALL) {
            String all = FormMethods.as(jenkins, user)
                            .answer(
                                    FormMethods.url(settings, "doFillCredentialsIdItems"),
                                    Map.of("credentialsId", "mine"))
                    + FormMethods.as(jenkins, user)
                            .answer(FormMethods.url(settings, "doFillPodItems"), Map.of("pod", ""))
                    + FormMethods.as(jenkins, user)
                            .answer(FormMethods.url(settings, "doFillFloorPolicyItems"), Map.of("floorPolicy", ""))
                    + FormMethods.as(jenkins, user)
                            .answer(FormMethods.url(settings, "doFillDefaultPolicyItems"), Map.of())
                    + FormMethods.as(jenkins, user).answer(FormMethods.url(settings, "doFillScannerItems"), Map.of());

            assertThat(all).as(user).contains("mine").doesNotContain("id-system");
            if (user.equals("admin")) {
                assertThat(all).contains("id-token", "private", "strict").doesNotContain("id-user");
            } else {
                assertThat(all).as(user).doesNotContain("id-token", "id-user", "private", "strict");
            }
        }
    }

    @Test
    void shouldJudgeWhatIsTypedIntoTheSettingsForAdministratorsOnly(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        QualysConfiguration settings = QualysConfiguration.get();
        Descriptor<?> gateway = ExtensionList.lookupSingleton(QualysGateway.DescriptorImpl.class);
        Descriptor<?> policy = ExtensionList.lookupSingleton(NamedPolicy.DescriptorImpl.class);
        Map<String, String> urls = Map.of(
                FormMethods.url(settings, "doCheckInsecureRegistries"), "http://a",
                FormMethods.url(settings, "doCheckCaFile"), "/etc/passwd",
                FormMethods.url(settings, "doCheckKevFeed"), "ftp://a",
                FormMethods.url(settings, "doCheckStaleAfterDays"), "<b>0</b>",
                FormMethods.url(settings, "doCheckMaxScanMinutes"), "1441",
                FormMethods.url(gateway, "doCheckName"), "us1",
                FormMethods.url(gateway, "doCheckUrl"), "http://a",
                FormMethods.url(policy, "doCheckName"), "<script>",
                FormMethods.url(policy, "doCheckText"), "version: 1\nlimits: {<b>: 1}");
        for (String user : ALL) {
            for (Map.Entry<String, String> each : urls.entrySet()) {
                String answer = FormMethods.as(jenkins, user).answer(each.getKey(), Map.of("value", each.getValue()));
                assertThat(answer).as(each.getKey()).doesNotContain("<b>", "<script>");
                if (user.equals("admin")) {
                    assertThat(answer).as(each.getKey()).contains(FormMethods.ERROR);
                } else {
                    assertThat(answer).as(user + " " + each.getKey()).isEqualTo("<div/>");
                }
            }
        }
        assertThat(FormMethods.as(jenkins, "admin")
                        .answer(
                                FormMethods.url(policy, "doCheckText"),
                                Map.of("value", "version: 1\nlimits: {hihg: 1, low: x}")))
                .contains("policy:2:10", "policy:2:24");
    }

    @Test
    void shouldShowTheChoicesOfAFolderToWhoConfiguresIt(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        keepCredentials();
        Folder folder = jenkins.jenkins.createProject(Folder.class, "folder");
        Settings.keep(folder, Settings.token(CredentialsScope.GLOBAL, "id-of-folder", ""));
        Descriptor<?> property = ExtensionList.lookupSingleton(QualysFolderProperty.DescriptorImpl.class);
        String inFolder = "job/folder/";
        for (String user : ALL) {
            FormMethods form = FormMethods.as(jenkins, user);
            String all = form.answer(
                            inFolder + FormMethods.url(property, "doFillCredentialsIdItems"),
                            Map.of("credentialsId", "mine"))
                    + form.answer(
                            inFolder + FormMethods.url(property, "doFillFloorPolicyItems"), Map.of("floorPolicy", ""));
            String known = form.answer(
                    inFolder + FormMethods.url(property, "doCheckCredentialsId"), Map.of("value", "id-of-folder"));
            String unknown =
                    form.answer(inFolder + FormMethods.url(property, "doCheckCredentialsId"), Map.of("value", "guess"));

            assertThat(all).as(user).contains("mine").doesNotContain("id-system", "id-user");
            assertThat(known).isEqualTo("<div/>");
            if (List.of("configurer", "admin").contains(user)) {
                assertThat(all).as(user).contains("id-token", "id-of-folder", "strict");
                assertThat(unknown).as(user).contains(FormMethods.ERROR);
            } else {
                assertThat(all).as(user).doesNotContain("id-token", "id-of-folder", "strict");
                assertThat(unknown).as(user).isEqualTo(known);
            }
        }
        // Without the folder there is nothing to be configured, so it takes an administrator.
        assertThat(FormMethods.as(jenkins, "configurer")
                        .answer(FormMethods.url(property, "doFillCredentialsIdItems"), Map.of("credentialsId", "mine")))
                .contains("mine")
                .doesNotContain("id-token");
    }

    @Test
    void shouldLetOnlyThoseSetAFloorWhoConfigureTheFolder(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        keepCredentials();
        jenkins.jenkins.createProject(Folder.class, "folder");
        Map<String, String> form = Map.of(
                "json",
                "{\"properties\":{\"0\":{\"floorPolicy\":\"strict\"}}," + "\""
                        + QualysFolderProperty.class.getName().replace('.', '-') + "\":{\"floorPolicy\":\"strict\"}}");

        for (String user : List.of("", "reader", "keeper", "manager")) {
            assertThat(FormMethods.as(jenkins, user)
                            .post("job/folder/configSubmit", form)
                            .getStatusCode())
                    .as(user)
                    .isIn(401, 403);
        }
    }

    @Test
    void shouldShowGatewaysInCredentialFormsToWhoKeepsCredentials(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        keepCredentials();
        Descriptor<?> token = ExtensionList.lookupSingleton(QualysTokenCredentials.DescriptorImpl.class);
        Descriptor<?> client = ExtensionList.lookupSingleton(QualysClientCredentials.DescriptorImpl.class);
        for (String user : ALL) {
            FormMethods form = FormMethods.as(jenkins, user);
            String choices = form.answer(FormMethods.url(token, "doFillPodItems"), Map.of("pod", "mine"));
            String pod = form.answer(FormMethods.url(token, "doCheckPod"), Map.of("value", "https://thief.example"));
            String clientId = form.answer(FormMethods.url(client, "doCheckClientId"), Map.of("value", ""));

            assertThat(choices).as(user).contains("mine");
            if (List.of("keeper", "admin").contains(user)) {
                assertThat(choices).as(user).contains("private", "US1");
                assertThat(pod).as(user).contains(FormMethods.ERROR);
                assertThat(clientId).as(user).contains(FormMethods.ERROR);
            } else {
                assertThat(choices).as(user).doesNotContain("private");
                assertThat(pod + clientId).as(user).isEqualTo("<div/><div/>");
            }
        }
    }

    /** Enumeration of the ids of credentials: SECURITY-2032 aws-credentials; 533; 1015-2; 3101-1. */
    @Test
    void shouldShowTheChoicesOfAScanToWhoConfiguresTheJob(JenkinsRule jenkins) throws Exception {
        secure(jenkins);
        keepCredentials();
        Item job = jenkins.createFreeStyleProject("job");

        assertThat(as("configurer", () -> values(ScanFormChoices.credentialsIds(job, "mine"))))
                .containsExactlyInAnyOrder("", "id-token", "mine");
        assertThat(as("configurer", () -> values(ScanFormChoices.registryCredentialsIds(job, ""))))
                .containsExactly("", "id-user");
        assertThat(as("configurer", () -> values(ScanFormChoices.policyNames(job, "gone"))))
                .containsExactly("", "strict", "gone");
        assertThat(as("configurer", () -> values(ScanFormChoices.pods(job, ""))))
                .contains("", "US1", "private");
        assertThat(as("configurer", () -> values(ScanFormChoices.scanners(job, ""))))
                .containsExactly("");
        for (String user : List.of("reader", "keeper", "manager")) {
            assertThat(as(user, () -> values(ScanFormChoices.credentialsIds(job, "mine"))))
                    .containsExactly("mine");
            assertThat(as(user, () -> values(ScanFormChoices.registryCredentialsIds(job, "mine"))))
                    .containsExactly("mine");
            assertThat(as(user, () -> values(ScanFormChoices.policyNames(job, "mine"))))
                    .containsExactly("mine");
            assertThat(as(user, () -> values(ScanFormChoices.pods(job, "mine"))))
                    .containsExactly("mine");
            assertThat(as(user, () -> values(ScanFormChoices.scanners(job, "mine"))))
                    .containsExactly("mine");
            assertThat(as(user, () -> ScanFormChoices.checkPolicyName(job, "guess").kind))
                    .isEqualTo(FormValidation.Kind.OK);
            assertThat(as(user, () -> ScanFormChoices.checkRegistryCredentialsId(job, "guess").kind))
                    .isEqualTo(FormValidation.Kind.OK);
            assertThat(as(user, () -> ScanFormChecks.checkImage(job, "UPPER CASE").kind))
                    .isEqualTo(FormValidation.Kind.OK);
        }
        assertThat(as("configurer", () -> values(ScanFormChoices.credentialsIds(null, "mine"))))
                .containsExactly("mine");
        assertThat(as("configurer", () -> ScanFormChoices.checkCredentialsId(job, "guess").kind))
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("configurer", () -> ScanFormChoices.checkCredentialsId(job, "${CHOSEN}").kind))
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(as("configurer", () -> ScanFormChoices.checkScanner(job, "gone").kind))
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("configurer", () -> ScanFormChoices.checkPod(job, "https://thief.example").kind))
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("configurer", () -> ScanFormChecks.checkImage(job, "UPPER CASE").kind))
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("configurer", () -> ScanFormChecks.checkImage(job, "app:${TAG}").kind))
                .isEqualTo(FormValidation.Kind.OK);
        assertThat(as("configurer", () -> ScanFormChecks.checkPlatforms(job, "linux/amd64, linux").kind))
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("configurer", () -> ScanFormChecks.checkPolicy(job, "limits: {}").kind))
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("configurer", () -> ScanFormChecks.checkSha256(job, "abc").kind))
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("configurer", () -> ScanFormChecks.checkMinutes(job, "61").kind))
                .isEqualTo(FormValidation.Kind.ERROR);
        assertThat(as("configurer", () -> ScanFormChecks.checkDays(job, "30").kind))
                .isEqualTo(FormValidation.Kind.OK);
    }

    private static List<String> values(ListBoxModel choices) {
        return choices.stream().map(choice -> choice.value).toList();
    }

    private static <T> T as(String user, Supplier<T> action) {
        try (var ignored =
                hudson.security.ACL.as2(User.getOrCreateByIdOrFullName(user).impersonate2())) {
            return action.get();
        }
    }
}
