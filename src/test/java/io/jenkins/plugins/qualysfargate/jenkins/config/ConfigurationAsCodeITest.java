package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.ExtensionList;
import hudson.security.ACL;
import hudson.tools.InstallSourceProperty;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.SecretSource;
import io.jenkins.plugins.qualysfargate.jenkins.tool.QScannerInstallation;
import io.jenkins.plugins.qualysfargate.jenkins.tool.QScannerInstaller;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jenkins.model.Jenkins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.TestExtension;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConfigurationAsCodeITest {
    private static final Path PAGE = Path.of("docs/user/jenkins-configuration.md");
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- loaded by ConfigurationAsCodeITest -->\n\n```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Map<String, String> VARIABLES = new HashMap<>();

    @TempDir
    private Path directory;

    /** What a real Jenkins would find in its environment. */
    @TestExtension
    public static final class Variables extends SecretSource {
        @Override
        public Optional<String> reveal(String name) {
            return Optional.ofNullable(VARIABLES.get(name));
        }
    }

    @BeforeEach
    void setVariables() throws Exception {
        VARIABLES.put("PROXY_PASSWORD", Settings.SECRET + "-proxy");
        VARIABLES.put("QUALYS_CLIENT_ID", "client-1");
        VARIABLES.put("QUALYS_CLIENT_SECRET", Settings.SECRET + "-client");
        VARIABLES.put("QUALYS_ACCESS_TOKEN", Settings.SECRET + "-token");
        VARIABLES.put(
                "JENKINS_CA_FILE", ServerCertificate.create(directory).pem().toString());
    }

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

    private static void assertLoaded() throws Exception {
        QualysConfiguration settings = QualysConfiguration.get();
        assertThat(settings.getCredentialsId()).isEqualTo("qualys");
        assertThat(settings.getPod()).isEqualTo("US2");
        assertThat(settings.getGateways()).extracting(QualysGateway::getName).containsExactly("private");
        assertThat(settings.getPolicies())
                .extracting(NamedPolicy::getName)
                .containsExactly("company floor", "production");
        assertThat(Policies.current().floors(null)).hasSize(1);
        assertThat(Policies.current().defaultPolicy()).isPresent();
        assertThat(settings.getScanner()).isEqualTo("qscanner-4.8");
        assertThat(settings.isAllowBuiltInNode()).isFalse();
        assertThat(settings.getMaxScanMinutes()).isEqualTo(30);
        assertThat(settings.getInsecureRegistries()).isEqualTo("registry.corp.example:5000");
        assertThat(settings.getKevFeed()).startsWith("https://www.cisa.gov/");
        assertThat(settings.getEpssFeed()).startsWith("https://epss.");
        assertThat(settings.getStaleAfterDays()).isEqualTo(3);
        assertThat(settings.getHistoryDays()).isEqualTo(730);
        assertThat(NetworkSettings.current().certificates()).contains("BEGIN CERTIFICATE");
        assertThat(NetworkSettings.proxyVariables()).containsEntry("NO_PROXY", ".corp.example,10.0.0.0/8");
        assertCredentials();
        assertTools();
    }

    private static void assertCredentials() {
        List<QualysCredentials> credentials = CredentialsProvider.lookupCredentialsInItemGroup(
                QualysCredentials.class, Jenkins.get(), ACL.SYSTEM2, List.of());
        assertThat(credentials)
                .satisfiesExactlyInAnyOrder(
                        client -> {
                            assertThat(client.getPod()).isEqualTo("US2");
                            assertThat(((QualysClientCredentials) client)
                                            .getClientSecret()
                                            .getPlainText())
                                    .isEqualTo(Settings.SECRET + "-client");
                        },
                        token -> {
                            assertThat(token.getPod()).isEqualTo("private");
                            assertThat(((QualysTokenCredentials) token)
                                            .getToken()
                                            .getPlainText())
                                    .isEqualTo(Settings.SECRET + "-token");
                        });
    }

    private static void assertTools() {
        QScannerInstallation[] tools = ExtensionList.lookupSingleton(QScannerInstallation.DescriptorImpl.class)
                .getInstallations();
        assertThat(tools).extracting(QScannerInstallation::getName).containsExactly("qscanner-4.8", "preinstalled");
        assertThat(tools[0].getProperties().get(InstallSourceProperty.class).installers)
                .singleElement()
                .isInstanceOfSatisfying(QScannerInstaller.class, installer -> {
                    assertThat(installer.getVersion()).isEqualTo("4.8.0-2");
                    assertThat(installer.getUrl()).isEqualTo("https://mirror.corp.example/qscanner/");
                    assertThat(installer.getSha256Amd64()).startsWith("2c26");
                    assertThat(installer.getSha256Arm64()).startsWith("fcde");
                });
        assertThat(tools[1].getHome()).isEqualTo("/opt/qscanner");
        assertThat(tools[1].getSha256()).startsWith("2c26");
    }

    @Test
    void shouldLoadTheDocumentedExampleAndGiveItBack(JenkinsRule jenkins) throws Throwable {
        load(documented());
        assertLoaded();

        String exported = exported();
        assertThat(exported)
                .contains("qualysFargate:", "qualysClient:", "qualysToken:", "qscannerInstaller:", "company floor")
                .doesNotContain(Settings.SECRET);

        jenkins.restart();
        assertLoaded();
        emptied();
        load(withoutWhatIsNotOurs(exported));
        assertLoaded();
    }

    private static void emptied() throws Exception {
        QualysConfiguration settings = QualysConfiguration.get();
        settings.setFloorPolicy("");
        settings.setDefaultPolicy("");
        settings.setPolicies(null);
        settings.setGateways(null);
        settings.setStaleAfterDays(9);
        settings.save();
        ExtensionList.lookupSingleton(QScannerInstallation.DescriptorImpl.class).setInstallations();
    }

    /** The parts of an export that this plugin owns; what Jenkins exports of itself cannot always be loaded again. */
    private static String withoutWhatIsNotOurs(String exported) {
        StringBuilder ours = new StringBuilder();
        for (String section : exported.split("(?m)^(?=\\S)")) {
            if (section.startsWith("credentials:")) {
                ours.append(section);
            }
            if (section.startsWith("unclassified:") || section.startsWith("tool:")) {
                ours.append(section, 0, section.indexOf('\n') + 1);
                for (String part : section.substring(section.indexOf('\n') + 1).split("(?m)^(?=  \\S)")) {
                    if (part.startsWith("  qualysFargate:") || part.startsWith("  qscanner:")) {
                        ours.append(part);
                    }
                }
            }
        }
        return ours.toString();
    }

    private static String exported() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ConfigurationAsCode.get().export(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void shouldRefuseSettingsThatAreWrongAndSayWhy(JenkinsRule jenkins) throws Exception {
        load(documented());

        assertThatThrownBy(() -> load("""
                        unclassified:
                          qualysFargate:
                            pod: https://thief.example
                            floorPolicy: nowhere
                            policies:
                              - name: broken
                                text: |
                                  version: 1
                                  limits: {hihg: 1}
                            staleAfterDays: 0
                        """))
                .hasMessageContainingAll(
                        "broken:2:10", "hihg", "no central policy named nowhere", "thief.example", "0 is not between");
        assertLoaded();
    }

    @Test
    void shouldRefuseToolsAndCredentialsThatAreWrongAndSayWhy(JenkinsRule jenkins) throws Exception {
        assertThatThrownBy(() -> load("""
                        tool:
                          qscanner:
                            installations:
                              - name: one
                                properties:
                                  - installSource:
                                      installers:
                                        - qscannerInstaller:
                                            version: latest
                                            url: http://mirror.example/
                        """))
                .rootCause()
                .hasMessageContainingAll("latest", "https address", "needs the SHA-256");
        assertThat(ExtensionList.lookupSingleton(QScannerInstallation.DescriptorImpl.class)
                        .getInstallations())
                .isEmpty();
        assertThatThrownBy(() -> load("""
                        credentials:
                          system:
                            domainCredentials:
                              - credentials:
                                  - qualysToken:
                                      id: empty
                                      token: ${NOT_SET}
                        """)).rootCause().hasMessageContaining("token is empty");
    }
}
