package io.jenkins.plugins.qualysfargate.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.registry.Credential.IdentityToken;
import io.jenkins.plugins.qualysfargate.engine.registry.Credential.RegistryToken;
import io.jenkins.plugins.qualysfargate.engine.registry.Credential.UserPassword;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialLookup.Broken;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialLookup.Found;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialLookup.None;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class DockerConfigCredentialsTest {
    private static final Found FROM_FILE = new Found(new UserPassword("user", "hunter22"));
    private static final String AUTH = "{\"auth\": \"dXNlcjpodW50ZXIyMg==\"}";

    @TempDir
    private Path directory;

    @Test
    void shouldKnowNothingWithoutFile() {
        assertThat(find("registry.example")).isEqualTo(new None());
    }

    @Test
    void shouldReadLoginOfRegistry() throws IOException {
        config("{\"auths\": {\"registry.example:5000\": " + AUTH + "}}");

        assertThat(find("registry.example:5000")).isEqualTo(FROM_FILE);
        assertThat(find("registry.example")).isEqualTo(new None());
    }

    @Test
    void shouldReadOldAddressForms() throws IOException {
        config("{\"auths\": {\"https://index.docker.io/v1/\": " + AUTH + ", \"https://old.example/v2/\": " + AUTH
                + "}}");

        assertThat(find("docker.io")).isEqualTo(FROM_FILE);
        assertThat(find("old.example")).isEqualTo(FROM_FILE);
    }

    @Test
    void shouldReadTokensAndPlainLogins() throws IOException {
        config("""
                {"auths": {"a.example": {"identitytoken": "refresh"}, "b.example": {"registrytoken": "ready"},
                           "c.example": {"username": "user", "password": "hunter22"}, "d.example": {}}}
                """);

        assertThat(find("a.example")).isEqualTo(new Found(new IdentityToken("refresh")));
        assertThat(find("b.example")).isEqualTo(new Found(new RegistryToken("ready")));
        assertThat(find("c.example")).isEqualTo(FROM_FILE);
        assertThat(find("d.example")).isEqualTo(new None());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"auths\": {\"registry.example\": {\"auth\": \"hunter22!\"}}}",
                "{\"auths\": {\"registry.example\": {\"auth\": \"aHVudGVyMjI=\"}}}",
            })
    void shouldBeBrokenWithoutShowingContent(String text) throws IOException {
        config(text);

        assertThat(find("registry.example")).isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.message())
                .contains("config.json")
                .doesNotContain("hunter22"));
    }

    @Test
    void shouldAskHelperOfRegistryBeforeHelperForAll() throws IOException {
        helper("one", "echo '{\"Username\": \"one\", \"Secret\": \"s1\"}'");
        helper("all", "echo '{\"Username\": \"<token>\", \"Secret\": \"s2\"}'");
        config("{\"credsStore\": \"all\", \"credHelpers\": {\"registry.example\": \"one\"}}");

        assertThat(find("registry.example")).isEqualTo(new Found(new UserPassword("one", "s1")));
        assertThat(find("other.example")).isEqualTo(new Found(new IdentityToken("s2")));
    }

    @Test
    void shouldTellHelperWhichRegistryItIs() throws IOException {
        helper("echo", "read server; echo \"{\\\"Username\\\": \\\"$1\\\", \\\"Secret\\\": \\\"$server\\\"}\"");
        config("{\"credsStore\": \"echo\"}");

        assertThat(find("registry.example:5000"))
                .isEqualTo(new Found(new UserPassword("get", "registry.example:5000")));
        assertThat(find("docker.io")).isEqualTo(new Found(new UserPassword("get", "https://index.docker.io/v1/")));
    }

    @Test
    void shouldReadFileWhenHelperKnowsNoLogin() throws IOException {
        helper("store", "echo 'credentials not found in native keychain'; exit 1");
        config("{\"credsStore\": \"store\", \"auths\": {\"registry.example\": " + AUTH + "}}");

        assertThat(find("registry.example")).isEqualTo(FROM_FILE);
        assertThat(find("other.example")).isEqualTo(new None());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo hunter22; exit 1",
                "echo '<html>hunter22</html>'",
                "echo '{\"Username\": \"hunter22\"}'",
                "exit 0",
                "sleep 60",
                "sleep 60 & exec >/dev/null; wait",
                "kill -9 $$",
                "yes hunter22",
            })
    void shouldBeBrokenWhenHelperFails(String script) throws IOException {
        helper("bad", script);
        config("{\"credsStore\": \"bad\", \"auths\": {\"registry.example\": " + AUTH + "}}");

        assertThat(find("registry.example")).isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.message())
                .contains("docker-credential-bad")
                .doesNotContain("hunter22"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "../evil", "a b", "x;reboot", "/bin/sh"})
    void shouldBeBrokenWhenHelperCannotBeRun(String name) throws IOException {
        config("{\"credsStore\": \"" + name + "\"}");

        assertThat(find("registry.example")).isInstanceOf(Broken.class);
    }

    private CredentialLookup find(String registry) {
        Map<String, String> environment =
                Map.of("DOCKER_CONFIG", directory.toString(), "PATH", "relative:" + directory + ":/usr/bin:/bin");
        return DockerConfigCredentials.of(environment, directory, Duration.ofMillis(700))
                .find(registry);
    }

    private void config(String text) throws IOException {
        Files.writeString(directory.resolve("config.json"), text);
    }

    private void helper(String name, String script) throws IOException {
        Path file = directory.resolve("docker-credential-" + name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
