package io.jenkins.plugins.qualysfargate.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.HttpSettings;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import io.jenkins.plugins.qualysfargate.engine.registry.Credential.UserPassword;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a real registry with real images: both made on the spot. */
@Timeout(120)
class ImageResolverRegistryTest {
    @TempDir
    private Path directory;

    private LocalRegistry registry;

    @BeforeEach
    void start() throws Exception {
        LocalRegistry.requireProgram();
        registry = LocalRegistry.start(directory, false);
    }

    @AfterEach
    void stop() {
        if (registry != null) {
            registry.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldResolveSinglePlatform(ImageFormat format) throws Exception {
        JibContainer pushed = push("app:1", format, "amd64");

        Resolution.Resolved resolved = resolved(resolve("app:1"));

        assertThat(resolved.topDigest()).isEqualTo(digest(pushed));
        assertThat(resolved.platforms())
                .containsExactly(new PlatformManifest(
                        Platform.LINUX_AMD64,
                        digest(pushed),
                        new Digest(pushed.getImageId().toString())));
    }

    @Test
    void shouldResolveEveryPlatformOfManifestList() throws Exception {
        JibContainer pushed = push("team/app:2", ImageFormat.Docker, "amd64", "arm64");

        Resolution.Resolved resolved = resolved(resolve("team/app:2"));

        assertThat(resolved.topDigest()).isEqualTo(digest(pushed));
        assertThat(resolved.index()).isTrue();
        assertThat(resolved.platforms())
                .extracting(PlatformManifest::platform)
                .containsExactly(Platform.LINUX_AMD64, Platform.parse("linux/arm64"));
        assertThat(resolved.platforms())
                .extracting(PlatformManifest::manifestDigest)
                .doesNotHaveDuplicates();
    }

    @Test
    void shouldResolveEveryPlatformOfOciIndex() throws Exception {
        Digest amd = digest(push("app:amd", ImageFormat.OCI, "amd64"));
        Digest arm = digest(push("app:arm", ImageFormat.OCI, "arm64"));
        String index = putIndex("app", "both", amd, arm);

        Resolution.Resolved resolved = resolved(resolve("app:both"));

        assertThat(resolved.topDigest()).isEqualTo(Images.digest(index));
        assertThat(resolved.platforms())
                .extracting(PlatformManifest::manifestDigest)
                .containsExactly(amd, arm);
    }

    @Test
    void shouldResolveManifestOfIndexByItsDigest() throws Exception {
        push("app:3", ImageFormat.Docker, "amd64", "arm64");
        PlatformManifest arm =
                resolved(resolve("app:3", "linux/arm64/v8")).platforms().get(0);

        Resolution.Resolved pinned = resolved(resolve("app@" + arm.manifestDigest()));

        assertThat(pinned.platforms()).containsExactly(arm);
    }

    @Test
    void shouldNamePlatformsThatExist() throws Exception {
        push("app:4", ImageFormat.Docker, "amd64", "arm64");

        assertThat(unresolved(resolve("app:4", "linux/s390x")).message())
                .contains("linux/s390x; it exists for linux/amd64, linux/arm64");
    }

    @Test
    void shouldTellMissingTagFromMissingRepository() throws Exception {
        push("app:5", ImageFormat.Docker, "amd64");

        assertThat(unresolved(resolve("app:none")).message()).contains("HTTP 404", "MANIFEST_UNKNOWN");
        assertThat(unresolved(resolve("none:5")).message()).contains("HTTP 404");
        assertThat(unresolved(resolve("app@sha256:" + "0".repeat(64))).message())
                .contains("HTTP 404");
    }

    @Test
    void shouldNotResolveWithoutRegistry() {
        registry.close();

        assertThat(unresolved(resolve("app:1")).message()).contains("Could not send GET");
    }

    @Test
    void shouldResolveWithLoginOnly() throws Exception {
        JibContainer pushed = push("app:6", ImageFormat.OCI, "amd64");
        registry.close();
        registry = LocalRegistry.start(directory, true);

        Verdict.Indeterminate anonymous = unresolved(resolve("app:6"));
        assertThat(anonymous.message()).contains("HTTP 401", "without a login");
        assertThat(anonymous.howToFix()).contains("docker login");
        Verdict.Indeterminate wrong = unresolved(resolve(login("AWS", "wrong-one"), "app:6"));
        assertThat(wrong.message()).contains("HTTP 401", "user 'AWS'").doesNotContain("wrong-one");
        assertThat(resolved(resolve(login("AWS", "hunter22"), "app:6")).topDigest())
                .isEqualTo(digest(pushed));
    }

    @Test
    void shouldResolveWithLoginOfDockersConfigFile() throws Exception {
        JibContainer pushed = push("app:7", ImageFormat.OCI, "amd64");
        registry.close();
        registry = LocalRegistry.start(directory, true);
        String auth = Base64.getEncoder().encodeToString("AWS:hunter22".getBytes(StandardCharsets.UTF_8));
        Files.writeString(
                directory.resolve("config.json"),
                "{\"auths\": {\"%s\": {\"auth\": \"%s\"}}}".formatted(registry.authority(), auth));
        CredentialSource source =
                CredentialSource.dockerConfig(Map.of("DOCKER_CONFIG", directory.toString()), directory);

        assertThat(resolved(resolve(source, "app:7")).topDigest()).isEqualTo(digest(pushed));
    }

    private JibContainer push(String name, ImageFormat format, String... architectures) throws Exception {
        Set<com.google.cloud.tools.jib.api.buildplan.Platform> platforms = new LinkedHashSet<>();
        for (String architecture : architectures) {
            platforms.add(new com.google.cloud.tools.jib.api.buildplan.Platform(architecture, "linux"));
        }
        Path file = Files.writeString(directory.resolve("hello.txt"), name);
        JibContainerBuilder builder = Jib.fromScratch()
                .setFormat(format)
                .setPlatforms(platforms)
                .addLayer(List.of(file), AbsoluteUnixPath.get("/srv"));
        return builder.containerize(Containerizer.to(RegistryImage.named(registry.authority() + "/" + name))
                .setAllowInsecureRegistries(true)
                .setApplicationLayersCache(directory.resolve("cache"))
                .setBaseImageLayersCache(directory.resolve("cache")));
    }

    /** Jib makes no OCI index, so it is put together here: the registry checks that its manifests exist. */
    private String putIndex(String repository, String tag, Digest amd, Digest arm) throws Exception {
        String entry = "{\"mediaType\": \"%s\", \"size\": %d, \"digest\": \"%s\", \"platform\": %s}";
        String index = Images.index(
                Images.OCI_INDEX,
                entry.formatted(Images.OCI_MANIFEST, 400, amd, "{\"os\": \"linux\", \"architecture\": \"amd64\"}"),
                entry.formatted(Images.OCI_MANIFEST, 400, arm, "{\"os\": \"linux\", \"architecture\": \"arm64\"}"));
        URI address = URI.create("http://" + registry.authority() + "/v2/" + repository + "/manifests/" + tag);
        HttpAnswer answer = Transport.create(HttpSettings.DEFAULT, Clock.systemUTC())
                .send(new HttpCall(
                        "PUT", address, Map.of("content-type", Images.OCI_INDEX), index, Duration.ofSeconds(20), 4096));
        assertThat(answer.status()).as(answer.body().text()).isEqualTo(201);
        return index;
    }

    private static Digest digest(JibContainer pushed) {
        return new Digest(pushed.getDigest().toString());
    }

    private static CredentialSource login(String user, String password) {
        return CredentialSource.fixed(null, new UserPassword(user, password));
    }

    private Resolution resolve(String name, String... wanted) {
        return resolve(CredentialSource.ANONYMOUS, name, wanted);
    }

    private Resolution resolve(CredentialSource credentials, String name, String... wanted) {
        Transport transport = Transport.create(HttpSettings.DEFAULT, Clock.systemUTC());
        return new ImageResolver(transport, credentials, RegistrySettings.DEFAULT, Clock.systemUTC())
                .resolve(
                        ImageReference.parse(registry.authority() + "/" + name),
                        Arrays.stream(wanted).map(Platform::parse).toList());
    }

    private static Resolution.Resolved resolved(Resolution resolution) {
        return resolution.fold(it -> it, it -> {
            throw new AssertionError(it.verdict());
        });
    }

    private static Verdict.Indeterminate unresolved(Resolution resolution) {
        return resolution.fold(
                it -> {
                    throw new AssertionError(it);
                },
                Resolution.Unresolved::verdict);
    }
}
