package io.jenkins.plugins.qualysfargate.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageUrlTest {
    private static final Digest DIGEST = new Digest("sha256:" + "a".repeat(64));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:pypi/pyyaml@5.3",
                "pkg:npm/%40angular/animation@12.3.1",
                "pkg:npm/@angular/animation@12.3.1",
                "pkg:maven/org.apache.xmlgraphics/batik-anim@1.9.1?packaging=sources",
                "pkg:golang/google.golang.org/genproto#googleapis/api/annotations",
                "pkg:deb/debian/libcurl4@7.74.0-1.3%2Bdeb11u9?arch=amd64&distro=debian-11"
            })
    void shouldReadWhatToolsWrite(String text) {
        assertThat(PackageUrl.parse(text)).contains(new PackageUrl(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pkg:",
                "pkg:pypi",
                "pkg:pypi/",
                "pkg:pypi/@",
                "pkg:1/x",
                "pypi/pyyaml@5.3",
                "pkg:pypi/py yaml",
                "pkg:pypi/pyyaml\n",
                "pkg:pypi/%4",
                "pkg:pypi/<script>",
                "pkg:pypi/p\u00fcyaml"
            })
    void shouldRefuseWhatIsNone(String text) {
        assertThat(PackageUrl.parse(text)).isEmpty();
        assertThatThrownBy(() -> new PackageUrl(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not a package URL");
    }

    @Test
    void shouldRefuseWhatIsTooLong() {
        assertThat(PackageUrl.parse("pkg:pypi/" + "x".repeat(2039))).isPresent();
        assertThat(PackageUrl.parse("pkg:pypi/" + "x".repeat(2040))).isEmpty();
    }

    @Test
    void shouldNameAnImageByItsLastNameAndItsDigest() {
        ImageReference image = ImageReference.parse("registry.example:5000/payments/api:1.4.2");
        assertThat(PackageUrl.ofImage(image, DIGEST, Platform.LINUX_AMD64, true))
                .hasToString("pkg:oci/api@sha256%3A" + "a".repeat(64)
                        + "?arch=amd64&repository_url=registry.example%3A5000%2Fpayments%2Fapi&tag=1.4.2");
        assertThat(PackageUrl.ofImage(ImageReference.parse("api"), DIGEST, null, false))
                .hasToString("pkg:oci/api@sha256%3A" + "a".repeat(64));
    }
}
