package io.jenkins.plugins.qualysfargate.engine.registry;

import static io.jenkins.plugins.qualysfargate.engine.registry.Images.attestation;
import static io.jenkins.plugins.qualysfargate.engine.registry.Images.config;
import static io.jenkins.plugins.qualysfargate.engine.registry.Images.digest;
import static io.jenkins.plugins.qualysfargate.engine.registry.Images.entry;
import static io.jenkins.plugins.qualysfargate.engine.registry.Images.entryWithoutPlatform;
import static io.jenkins.plugins.qualysfargate.engine.registry.Images.index;
import static io.jenkins.plugins.qualysfargate.engine.registry.Images.manifest;
import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.http.FakeTransport;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import io.jenkins.plugins.qualysfargate.engine.model.IndeterminateCause;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.model.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageResolverTest {
    private static final String BASE = "GET https://registry.example/v2/team/app";
    private static final String AMD_CONFIG = config("linux/amd64");
    private static final String AMD = manifest(Images.OCI_MANIFEST, AMD_CONFIG);
    private static final String ARM_CONFIG = config("linux/arm64/v8");
    private static final String ARM = manifest(Images.OCI_MANIFEST, ARM_CONFIG);
    private static final PlatformManifest AMD_RESOLVED =
            new PlatformManifest(Platform.LINUX_AMD64, digest(AMD), digest(AMD_CONFIG));
    private static final PlatformManifest ARM_RESOLVED =
            new PlatformManifest(Platform.parse("linux/arm64"), digest(ARM), digest(ARM_CONFIG));

    private final FakeTransport network = new FakeTransport();

    @ParameterizedTest
    @ValueSource(strings = {Images.OCI_MANIFEST, Images.DOCKER_MANIFEST})
    void shouldTakePlatformOfSingleManifestFromItsConfig(String type) {
        String single = manifest(type, ARM_CONFIG);
        serve("1.0", type, single);
        serveConfig(ARM_CONFIG);

        Resolution.Resolved resolved = resolved(resolve("1.0"));

        assertThat(resolved.topDigest()).isEqualTo(digest(single));
        assertThat(resolved.index()).isFalse();
        assertThat(resolved.platforms())
                .containsExactly(
                        new PlatformManifest(Platform.parse("linux/arm64"), digest(single), digest(ARM_CONFIG)));
    }

    @ParameterizedTest
    @ValueSource(strings = {Images.OCI_INDEX, Images.DOCKER_LIST})
    void shouldResolveEveryPlatformOfIndex(String type) {
        String top = index(
                type,
                entry(Images.OCI_MANIFEST, AMD, "linux/amd64"),
                entry(Images.OCI_MANIFEST, ARM, "linux/arm64/v8"));
        serve("1.0", type, top);
        serveByDigest(Images.OCI_MANIFEST, AMD);
        serveByDigest(Images.OCI_MANIFEST, ARM);

        Resolution.Resolved resolved = resolved(resolve("1.0"));

        assertThat(resolved.topDigest()).isEqualTo(digest(top));
        assertThat(resolved.index()).isTrue();
        assertThat(resolved.platforms()).containsExactly(AMD_RESOLVED, ARM_RESOLVED);
        assertThat(resolved.remarks()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux/arm64", "linux/arm64/v8", "linux/aarch64"})
    void shouldFetchWantedPlatformOnlyWhateverItsSpelling(String wanted) {
        serveBoth();

        assertThat(resolved(resolve("1.0", wanted)).platforms()).containsExactly(ARM_RESOLVED);
        assertThat(network.calls()).hasSize(2);
    }

    @Test
    void shouldNamePlatformsThatExistWhenWantedOneIsMissing() {
        serveBoth();

        Verdict.Indeterminate verdict = unresolved(resolve("1.0", "linux/amd64", "linux/s390x", "linux/arm/v7"));

        assertThat(verdict.message())
                .contains("does not exist for linux/arm/v7, linux/s390x; it exists for linux/amd64, linux/arm64");
    }

    @Test
    void shouldNotTakeSingleManifestForAnotherPlatform() {
        serve("1.0", Images.OCI_MANIFEST, AMD);
        serveConfig(AMD_CONFIG);

        assertThat(unresolved(resolve("1.0", "linux/arm64")).message()).contains("it exists for linux/amd64");
    }

    @Test
    void shouldLeaveOutAttestationsAndSaySo() {
        String statement = manifest(Images.OCI_MANIFEST, "{}");
        serve(
                "1.0",
                Images.OCI_INDEX,
                index(
                        Images.OCI_INDEX,
                        entry(Images.OCI_MANIFEST, AMD, "linux/amd64"),
                        attestation(statement, "unknown/unknown")));
        serveByDigest(Images.OCI_MANIFEST, AMD);

        Resolution.Resolved resolved = resolved(resolve("1.0"));

        assertThat(resolved.platforms()).containsExactly(AMD_RESOLVED);
        assertThat(resolved.remarks())
                .singleElement()
                .asString()
                .contains("attestation")
                .contains(digest(statement).value());
    }

    @Test
    void shouldNotHideImageBehindAttestationAnnotation() {
        serve("1.0", Images.OCI_INDEX, index(Images.OCI_INDEX, attestation(AMD, "linux/amd64")));
        serveByDigest(Images.OCI_MANIFEST, AMD);

        assertThat(resolved(resolve("1.0")).platforms()).containsExactly(AMD_RESOLVED);
    }

    @Test
    void shouldNotHideImageBehindUnknownPlatform() {
        serve("1.0", Images.OCI_INDEX, index(Images.OCI_INDEX, entry(Images.OCI_MANIFEST, AMD, "unknown/unknown")));
        serveByDigest(Images.OCI_MANIFEST, AMD);
        serveConfig(AMD_CONFIG);

        assertThat(resolved(resolve("1.0")).platforms()).containsExactly(AMD_RESOLVED);
    }

    @Test
    void shouldAskConfigWhereIndexDeclaresNoPlatform() {
        serve("1.0", Images.OCI_INDEX, index(Images.OCI_INDEX, entryWithoutPlatform(Images.OCI_MANIFEST, ARM)));
        serveByDigest(Images.OCI_MANIFEST, ARM);
        serveConfig(ARM_CONFIG);

        assertThat(resolved(resolve("1.0", "linux/arm64")).platforms()).containsExactly(ARM_RESOLVED);
    }

    @Test
    void shouldFollowNestedIndex() {
        String inner = index(Images.OCI_INDEX, entry(Images.OCI_MANIFEST, ARM, "linux/arm64"));
        String top = index(
                Images.OCI_INDEX,
                entry(Images.OCI_MANIFEST, AMD, "linux/amd64"),
                entryWithoutPlatform(Images.OCI_INDEX, inner));
        serve("1.0", Images.OCI_INDEX, top);
        serveByDigest(Images.OCI_INDEX, inner);
        serveByDigest(Images.OCI_MANIFEST, AMD);
        serveByDigest(Images.OCI_MANIFEST, ARM);

        assertThat(resolved(resolve("1.0")).platforms()).containsExactly(AMD_RESOLVED, ARM_RESOLVED);
    }

    @Test
    void shouldRefuseEntryThatIsSomethingElseThanTheIndexSays() {
        String inner = index(Images.OCI_INDEX, entry(Images.OCI_MANIFEST, AMD, "linux/amd64"));
        serve("1.0", Images.OCI_INDEX, index(Images.OCI_INDEX, entry(Images.OCI_MANIFEST, inner, "linux/amd64")));
        serveByDigest(Images.OCI_INDEX, inner);

        assertThat(unresolved(resolve("1.0")).message()).contains("the index calls it");
    }

    @Test
    void shouldRefuseIndexesNestedTooDeep() {
        String document = AMD;
        String type = Images.OCI_MANIFEST;
        for (int i = 0; i < 5; i++) {
            document = index(Images.OCI_INDEX, entryWithoutPlatform(type, document));
            type = Images.OCI_INDEX;
            serveByDigest(type, document);
        }
        serve("1.0", type, document);

        assertThat(unresolved(resolve("1.0")).message()).contains("nested deeper than 3");
    }

    @Test
    void shouldLeaveOutUnknownTypesAndSaySo() {
        serve(
                "1.0",
                Images.OCI_INDEX,
                index(
                        Images.OCI_INDEX,
                        entry(Images.OCI_MANIFEST, AMD, "linux/amd64"),
                        entryWithoutPlatform("application/x-other", "x")));
        serveByDigest(Images.OCI_MANIFEST, AMD);

        assertThat(resolved(resolve("1.0")).remarks())
                .singleElement()
                .asString()
                .contains("application/x-other");
    }

    @Test
    void shouldTakeDigestInsteadOfTag() {
        serveByDigest(Images.OCI_MANIFEST, AMD);
        serveConfig(AMD_CONFIG);

        Resolution.Resolved resolved = resolved(
                resolver().resolve(ImageReference.parse("registry.example/team/app:9@" + digest(AMD)), List.of()));

        assertThat(resolved.topDigest()).isEqualTo(digest(AMD));
    }

    @Test
    void shouldTakeLatestWithoutTagAndDigest() {
        serve("latest", Images.OCI_MANIFEST, AMD);
        serveConfig(AMD_CONFIG);

        assertThat(resolved(resolver().resolve(ImageReference.parse("registry.example/team/app"), List.of()))
                        .platforms())
                .containsExactly(AMD_RESOLVED);
    }

    @Test
    void shouldAskDockerHubAtItsOwnAddress() {
        network.answer(
                "GET https://registry-1.docker.io/v2/library/nginx/manifests/1",
                200,
                Map.of("content-type", Images.OCI_MANIFEST),
                AMD);
        network.answer(
                "GET https://registry-1.docker.io/v2/library/nginx/blobs/" + digest(AMD_CONFIG), 200, AMD_CONFIG);

        assertThat(resolved(resolver().resolve(ImageReference.parse("nginx:1"), List.of()))
                        .platforms())
                .containsExactly(AMD_RESOLVED);
    }

    @Test
    void shouldAskOverHttpOnlyWhereThatIsSaid() {
        network.answer("GET http://plain.example:5000/v2/app/manifests/1", 404, "");
        network.answer("GET https://other.example:5000/v2/app/manifests/1", 404, "");
        ImageResolver resolver = new ImageResolver(
                network,
                CredentialSource.ANONYMOUS,
                new RegistrySettings(
                        Set.of("plain.example:5000"),
                        RegistrySettings.DEFAULT.callTimeout(),
                        RegistrySettings.DEFAULT.resolveTimeout()),
                Clock.systemUTC());

        resolver.resolve(ImageReference.parse("plain.example:5000/app:1"), List.of());
        resolver.resolve(ImageReference.parse("other.example:5000/app:1"), List.of());

        assertThat(network.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"host:99999/app", "a..b/app", "host-.example/app", "host:0/app"})
    void shouldNotAskWhatIsNoHost(String image) {
        assertThat(unresolved(resolver().resolve(ImageReference.parse(image), List.of()))
                        .message())
                .contains("is not host[:port]");
    }

    static List<String> documentsThatAreNoImage() {
        String good = AMD.strip();
        return List.of(
                "",
                "<html>sign in</html>",
                "[]",
                "null",
                "{}",
                good + good,
                good.substring(0, good.length() / 2),
                good.replace("\"layers\"", "\"manifests\": [], \"layers\""),
                good.replace("\"layers\"", "\"mediaType\": \"" + Images.OCI_INDEX + "\", \"layers\""),
                good.replace(Images.OCI_MANIFEST, Images.DOCKER_MANIFEST),
                good.replace(Images.OCI_MANIFEST, "application/vnd.docker.distribution.manifest.v1+prettyjws"),
                good.replace("application/vnd.oci.image.config.v1+json", "application/vnd.cncf.helm.config.v1+json"),
                good.replace("sha256:", "sha512:"),
                good.replace("sha256:", ""),
                good.replace("\"layers\": []", "\"layers\": {}"),
                "[".repeat(2000),
                "{\"a\":".repeat(2000));
    }

    @ParameterizedTest
    @MethodSource("documentsThatAreNoImage")
    void shouldNotResolveWhatIsNoImage(String document) {
        serve("1.0", Images.OCI_MANIFEST, document);

        assertThat(unresolved(resolve("1.0")).message()).contains("registry.example/team/app:1.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/vnd.docker.distribution.manifest.v1+prettyjws", ""})
    void shouldNotGuessTypeOfManifest(String contentType) {
        serve("1.0", contentType, AMD.replace("\"mediaType\": \"" + Images.OCI_MANIFEST + "\",", ""));

        assertThat(unresolved(resolve("1.0")).message()).contains("no image manifest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"os\": \"linux\"}",
                "{\"os\": \"linux\", \"architecture\": 386}",
                "{\"os\": \"../..\", \"architecture\": \"amd64\"}",
                "[]",
                "linux"
            })
    void shouldNotGuessPlatform(String broken) {
        String single = manifest(Images.OCI_MANIFEST, broken);
        serve("1.0", Images.OCI_MANIFEST, single);
        serveConfig(broken);

        assertThat(unresolved(resolve("1.0")).message()).contains("configuration");
    }

    @Test
    void shouldNotResolveIndexWithoutImages() {
        serve("1.0", Images.OCI_INDEX, index(Images.OCI_INDEX));

        assertThat(unresolved(resolve("1.0")).message()).contains("without a single image");
    }

    @ParameterizedTest
    @CsvSource({
        "401, docker login",
        "403, docker login",
        "404, push the image first",
        "429, asks to wait 7",
        "500, fault of its own",
        "302, final address",
        "400, is a container registry",
    })
    void shouldSayWhatToDoAboutStatus(int status, String advice) {
        network.answer(
                BASE + "/manifests/1.0",
                status,
                Map.of("retry-after", "7", "www-authenticate", "Basic realm=\"x\""),
                "{\"errors\": [{\"code\": \"DENIED\", \"message\": \"line\\nbreak \\u001b[31m Bearer abcdefgh1234\"}]}");

        Verdict.Indeterminate verdict = unresolved(resolve("1.0"));

        assertThat(verdict.message())
                .contains("registry.example/team/app:1.0", "HTTP " + status, "DENIED: line?break ?[31m Bearer ****")
                .contains("without a login");
        assertThat(verdict.howToFix()).contains(advice);
    }

    private void serveBoth() {
        serve(
                "1.0",
                Images.OCI_INDEX,
                index(
                        Images.OCI_INDEX,
                        entry(Images.OCI_MANIFEST, AMD, "linux/amd64"),
                        entry(Images.OCI_MANIFEST, ARM, "linux/arm64")));
        serveByDigest(Images.OCI_MANIFEST, AMD);
        serveByDigest(Images.OCI_MANIFEST, ARM);
    }

    private void serve(String reference, String type, String document) {
        network.answer(BASE + "/manifests/" + reference, 200, Map.of("content-type", type), document);
    }

    private void serveByDigest(String type, String document) {
        serve(digest(document).value(), type, document);
    }

    private void serveConfig(String config) {
        network.answer(BASE + "/blobs/" + digest(config), 200, config);
    }

    private Resolution resolve(String tag, String... wanted) {
        return resolver()
                .resolve(
                        ImageReference.parse("registry.example/team/app:" + tag),
                        Arrays.stream(wanted).map(Platform::parse).toList());
    }

    private ImageResolver resolver() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-22T12:00:00Z"), ZoneOffset.UTC);
        return new ImageResolver(network, CredentialSource.ANONYMOUS, RegistrySettings.DEFAULT, clock);
    }

    private static Resolution.Resolved resolved(Resolution resolution) {
        return resolution.fold(it -> it, it -> {
            throw new AssertionError(it.verdict());
        });
    }

    private static Verdict.Indeterminate unresolved(Resolution resolution) {
        Verdict.Indeterminate verdict = resolution.fold(
                it -> {
                    throw new AssertionError(it);
                },
                Resolution.Unresolved::verdict);
        assertThat(verdict.cause()).isEqualTo(IndeterminateCause.IMAGE_UNRESOLVED);
        assertThat(verdict.howToFix()).isNotBlank();
        return verdict;
    }
}
