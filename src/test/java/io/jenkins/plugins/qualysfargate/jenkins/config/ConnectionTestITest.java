package io.jenkins.plugins.qualysfargate.jenkins.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudbees.hudson.plugins.folder.Folder;
import com.cloudbees.plugins.credentials.CredentialsScope;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import hudson.ExtensionList;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.util.Secret;
import io.jenkins.plugins.qualysfargate.jenkins.FormMethods;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import jenkins.model.Jenkins;
import org.jenkinsci.plugins.plaincredentials.impl.StringCredentialsImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jvnet.hudson.test.JenkinsRule;
import org.jvnet.hudson.test.MockAuthorizationStrategy;
import org.jvnet.hudson.test.junit.jupiter.WithJenkins;

@WithJenkins
class ConnectionTestITest {
    @TempDir
    private Path directory;

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private ServerCertificate certificate;
    private HttpsServer gateway;

    @BeforeEach
    void startGateway() throws Exception {
        certificate = ServerCertificate.create(directory);
        gateway = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setHttpsConfigurator(new HttpsConfigurator(certificate.context()));
        gateway.createContext("/", exchange -> {
            String login = exchange.getRequestHeaders().getFirst("Authorization");
            seen.add(exchange.getRequestURI().getPath() + " " + login);
            boolean known = ("Bearer " + Settings.SECRET).equals(login);
            byte[] answer = (known ? "{\"data\":[],\"count\":0}" : "{\"message\":\"<script>alert(1)</script>\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void stopGateway() {
        gateway.stop(0);
    }

    private QualysConfiguration known() throws IOException {
        QualysConfiguration settings = QualysConfiguration.get();
        settings.setCaFile(certificate.pem().toString());
        settings.setGateways(List.of(new QualysGateway(
                "private", "https://127.0.0.1:" + gateway.getAddress().getPort())));
        settings.save();
        return settings;
    }

    private static String test(JenkinsRule jenkins, String user, String id, String pod) throws Exception {
        return FormMethods.as(jenkins, user)
                .answer(
                        FormMethods.url(QualysConfiguration.get(), "doTestConnection"),
                        Map.of("credentialsId", id, "pod", pod));
    }

    /** Theft of credentials by an address that was typed: SECURITY-3018 qualys-cs, 3012 qualys-was, 3007 qualys-pc. */
    @Test
    void shouldTryStoredCredentialsOnTheirOwnPlatform(JenkinsRule jenkins) throws Exception {
        known();
        Settings.keep(Settings.token(CredentialsScope.GLOBAL, "right", "private"));
        Settings.keep(new StringCredentialsImpl(CredentialsScope.GLOBAL, "wrong", "", Secret.fromString("other")));

        assertThat(test(jenkins, "", "right", "US1"))
                .contains("https://127.0.0.1", "accepts the login")
                .doesNotContain(FormMethods.ERROR, Settings.SECRET);
        assertThat(test(jenkins, "", "wrong", "private"))
                .contains(FormMethods.ERROR, "the access token is not accepted")
                .doesNotContain("<script>", Settings.SECRET);
        assertThat(seen).hasSize(2);
        seen.clear();

        assertThat(test(
                        jenkins,
                        "",
                        "wrong",
                        "https://127.0.0.1:" + gateway.getAddress().getPort()))
                .contains(FormMethods.ERROR, "An address cannot be given here");
        assertThat(test(jenkins, "", "wrong", "")).contains(FormMethods.ERROR, "no platform");
        assertThat(test(jenkins, "", "<b>guess", "private"))
                .contains(FormMethods.ERROR)
                .doesNotContain("<b>");
        assertThat(test(jenkins, "", "", "private")).contains(FormMethods.ERROR);
        assertThat(seen).isEmpty();
    }

    /** TLS switched off: SECURITY-2841 neuvector, 2870 checkmarx. */
    @Test
    void shouldSayThatNobodyAnswersOrIsTrusted(JenkinsRule jenkins) throws Exception {
        QualysConfiguration settings = known();
        Settings.keep(Settings.token(CredentialsScope.GLOBAL, "right", "private"));
        settings.setCaFile("");

        assertThat(test(jenkins, "", "right", "")).contains(FormMethods.ERROR, "CA file");
        settings.setCaFile("/nowhere/ca.pem");
        assertThat(test(jenkins, "", "right", "")).contains(FormMethods.ERROR, "/nowhere/ca.pem");
        settings.setCaFile(certificate.pem().toString());
        gateway.stop(0);
        assertThat(test(jenkins, "", "right", "")).contains(FormMethods.ERROR, "127.0.0.1");
        assertThat(seen).isEmpty();
    }

    /** The wrong permission or none: SECURITY-3018, 3012, 3007; 3203 nexus; 3256 neuvector; 3697 contrast. */
    @Test
    void shouldBeForAdministratorsAndThoseWhoConfigureTheFolder(JenkinsRule jenkins) throws Exception {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.READ, Item.READ)
                .everywhere()
                .toEveryone()
                .grant(Item.CONFIGURE)
                .everywhere()
                .to("configurer")
                .grant(Jenkins.ADMINISTER)
                .everywhere()
                .to("admin"));
        known();
        Folder folder = jenkins.jenkins.createProject(Folder.class, "folder");
        Settings.keep(folder, Settings.token(CredentialsScope.GLOBAL, "of-folder", "private"));
        Settings.keep(Settings.token(CredentialsScope.GLOBAL, "of-jenkins", "private"));
        Settings.keep(Settings.token(CredentialsScope.SYSTEM, "of-system", "private"));
        Descriptor<?> property = ExtensionList.lookupSingleton(QualysFolderProperty.DescriptorImpl.class);
        String inFolder = "job/folder/" + FormMethods.url(property, "doTestConnection");
        String inJenkins = FormMethods.url(QualysConfiguration.get(), "doTestConnection");

        for (String user : List.of("", "reader")) {
            assertThat(FormMethods.as(jenkins, user)
                            .post(inFolder, Map.of("credentialsId", "of-folder"))
                            .getStatusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        for (String user : List.of("", "reader", "configurer")) {
            assertThat(FormMethods.as(jenkins, user)
                            .post(inJenkins, Map.of("credentialsId", "of-jenkins"))
                            .getStatusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(seen).isEmpty();
        FormMethods configurer = FormMethods.as(jenkins, "configurer");
        assertThat(configurer.answer(inFolder, Map.of("credentialsId", "of-folder")))
                .contains("accepts the login");
        assertThat(configurer.answer(inFolder, Map.of("credentialsId", "of-system")))
                .contains("no Qualys credentials");
        assertThat(configurer.answer(
                        FormMethods.url(property, "doTestConnection"), Map.of("credentialsId", "of-jenkins")))
                .contains("Save the folder first");
        assertThat(test(jenkins, "admin", "of-jenkins", "")).contains("accepts the login");
        assertThat(test(jenkins, "admin", "of-folder", "")).contains("no Qualys credentials");
        assertThat(seen).hasSize(2);
    }
}
