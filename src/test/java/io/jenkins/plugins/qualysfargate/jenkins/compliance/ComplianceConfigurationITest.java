package io.jenkins.plugins.qualysfargate.jenkins.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsScope;
import com.cloudbees.plugins.credentials.SystemCredentialsProvider;
import hudson.util.Secret;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.qualysfargate.engine.check.file.Login;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ComplianceConfigurationITest {
    private static final Path PAGE = Path.of("docs/user/jenkins-compliance.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- loaded by ComplianceConfigurationITest -->\n\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static final String SOUND = ComplianceRig.file("https://sc.example.com", "{all: true}");
    private static final String WRONG = "version: 1\nsources: []\nmonitors:\n  - {id: daily, sorce: nessus}\n";
    private static final String CHECK =
            "descriptorByName/io.jenkins.plugins.qualysfargate.jenkins.compliance.ComplianceConfiguration/";

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

    private static void assertLoaded() {
        ComplianceConfiguration settings = ComplianceConfiguration.get();
        assertThat(settings.isEnabled()).isTrue();
        assertThat(settings.getFile()).startsWith("version: 1\n");
        assertThat(settings.read().settings().monitors()).isNotEmpty();
        assertThat(settings.getLogins()).singleElement().satisfies(login -> {
            assertThat(login.getName()).isEqualTo("tenable-api");
            assertThat(login.getCredentialsId()).isEqualTo("tenable-sc-keys");
            assertThat(login.getKind()).isEqualTo("keys");
        });
    }

    @Test
    void shouldLoadTheDocumentedExampleAndGiveItBack(JenkinsRule jenkins) throws Throwable {
        load(documented());
        assertLoaded();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        String exported = out.toString(StandardCharsets.UTF_8);

        jenkins.restart();
        assertLoaded();
        String section = section(exported);
        ComplianceConfiguration.get().setFile("");
        ComplianceConfiguration.get().setLogins(null);
        ComplianceConfiguration.get().save();
        load(section);
        assertLoaded();
    }

    private static String section(String exported) {
        for (String part : exported.split("(?m)^(?=  \\S)")) {
            if (part.startsWith("  qualysFargateCompliance:")) {
                return "unclassified:\n" + part.split("(?m)^(?=\\S)")[0];
            }
        }
        throw new AssertionError("nothing of it was exported: " + exported);
    }

    @Test
    void shouldComeBackFromTheFormAsItWentIn(JenkinsRule jenkins) throws Exception {
        ComplianceRig.configure(SOUND);
        ComplianceConfiguration.get().setEnabled(false);
        ComplianceConfiguration.get().save();

        jenkins.configRoundtrip();

        ComplianceConfiguration after = ComplianceConfiguration.get();
        assertThat(after.isEnabled()).isFalse();
        assertThat(after.getFile().strip()).isEqualTo(SOUND.strip());
        assertThat(after.getLogins()).singleElement().satisfies(login -> {
            assertThat(login.getName()).isEqualTo("tenable-api");
            assertThat(login.getKind()).isEqualTo("keys");
        });
    }

    @Test
    void shouldKeepTheSoundFileWhenAWrongOneIsGiven(JenkinsRule jenkins) throws Exception {
        ComplianceRig.configure(SOUND);

        assertThatThrownBy(() -> ComplianceRig.configure(WRONG)).hasMessageContainingAll("4:17", "sorce");
        assertThat(ComplianceConfiguration.get().getFile()).isEqualTo(SOUND);
        assertThatThrownBy(() -> load("unclassified:\n  qualysFargateCompliance:\n    file: 'version: 2'\n"))
                .hasMessageContaining("version: 1");
        assertThat(ComplianceConfiguration.get().getFile()).isEqualTo(SOUND);
        assertThatThrownBy(() -> load("unclassified:\n  qualysFargateCompliance:\n    path: /etc/compliance.yaml\n"
                        + "    file: 'version: 1'\n"))
                .hasMessageContaining("give one of them");
        assertThatThrownBy(() -> load("unclassified:\n  qualysFargateCompliance:\n    logins:\n"
                        + "      - {name: a, credentialsId: b, kind: password}\n"))
                .hasMessageContaining("valid are auto, keys, token");
    }

    /** CSRF and missing permissions in forms: SECURITY-2250, 3018, 3012, 3007. */
    @Test
    void shouldSayEverythingThatIsWrongWithAFileToAdministratorsOnly(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Jenkins.MANAGE)
                .everywhere()
                .to("manager")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        Path file = Files.writeString(directory.resolve("wrong.yaml"), WRONG);
        Map<String, String> text = Map.of("value", WRONG, "path", "");
        FormMethods admin = FormMethods.as(jenkins, "admin");

        assertThat(admin.answer(CHECK + "checkFile", text))
                .contains("class=\"error\"", "compliance file:2:", "compliance file:4:17", "sorce");
        assertThat(admin.answer(CHECK + "checkFile", Map.of("value", SOUND, "path", "")))
                .doesNotContain("class=\"error\"");
        assertThat(admin.answer(CHECK + "checkFile", Map.of("value", SOUND, "path", "/x")))
                .contains("give one of them");
        assertThat(admin.answer(CHECK + "checkPath", Map.of("value", file.toString())))
                .contains(file + ":4:17", "sorce");
        assertThat(admin.answer(CHECK + "checkPath", Map.of("value", "relative.yaml")))
                .contains("absolute");
        assertThat(admin.answer(CHECK + "checkPath", Map.of("value", directory.toString())))
                .contains("There is no file");
        assertThat(admin.get(CHECK + "checkFile?value=x&path=").getStatusCode()).isIn(404, 405);
        FormMethods manager = FormMethods.as(jenkins, "manager");
        assertThat(manager.answer(CHECK + "checkFile", text)).doesNotContain("sorce");
        assertThat(manager.answer(CHECK + "checkPath", Map.of("value", file.toString())))
                .doesNotContain("sorce");
    }

    @Test
    void shouldFindLoginsByIdOrByTheNameThatIsGivenToThem(JenkinsRule jenkins) throws Exception {
        ComplianceRig.keep("user", "jane", "password-1");
        SystemCredentialsProvider.getInstance()
                .getCredentials()
                .add(new StringCredentialsImpl(CredentialsScope.SYSTEM, "text", "", Secret.fromString("token-1")));
        StoredLogins logins = new StoredLogins(List.of(
                new NamedLogin("keys", "user", "keys"),
                new NamedLogin("one", "user", "token"),
                new NamedLogin("odd", "text", "keys"),
                new NamedLogin("text", "user", "")));

        assertThat(logins.find("user")).contains(new Login.User("jane", "password-1"));
        assertThat(logins.find("keys")).contains(new Login.KeyPair("jane", "password-1"));
        assertThat(logins.find("one")).contains(new Login.Token("password-1"));
        assertThat(logins.find("text")).as("the name wins over the id").contains(new Login.User("jane", "password-1"));
        assertThat(new StoredLogins(List.of()).find("text")).contains(new Login.Token("token-1"));
        assertThat(logins.find("odd")).as("a text is no pair of keys").isEmpty();
        assertThat(logins.find("nobody")).isEmpty();
    }
}
