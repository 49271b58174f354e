package io.jenkins.plugins.qualysfargate.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagesFileTest {
    private static final String A = "sha256:" + "a".repeat(64);
    private static final String B = "sha256:" + "b".repeat(64);

    @Test
    void shouldReadOneImagePerLine() {
        assertThat(images("""
                \uFEFF# what this release consists of
                registry.example/payments/api:1.4.2

                  registry.example/shop/web@%s   # the front end
                registry.example/payments/api:1.4.2
                web
                """.formatted(A)))
                .containsExactly(
                        "registry.example/payments/api:1.4.2",
                        "registry.example/shop/web@" + A,
                        "docker.io/library/web");
    }

    @Test
    void shouldTellEveryProblemWithItsLine() {
        assertThat(problems("""
                registry.example/ok:1
                registry.example/WRONG:1

                two words
                registry.example/x@sha256:12
                """))
                .hasSize(3)
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("images.txt:2: ").contains("WRONG"),
                        it -> assertThat(it).startsWith("images.txt:4: ").contains("two words"),
                        it -> assertThat(it).startsWith("images.txt:5: ").contains("sha256:12"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "# nothing\n", "{}", "{\"buildx.build.ref\": \"x/y/z\"}"})
    void shouldNotTakeAFileWithoutImagesForAListOfNone(String text) {
        assertThat(problems(text)).isNotEmpty();
    }

    @Test
    void shouldReadTheMetadataOfBuildx() {
        assertThat(images("""
                {
                  "buildx.build.provenance": {"buildType": "x", "materials": [{"uri": "pkg:docker/x", "image": "no"}]},
                  "buildx.build.ref": "builder/builder0/abc",
                  "containerimage.descriptor": {"mediaType": "x", "digest": "%2$s", "size": 506},
                  "containerimage.digest": "%1$s",
                  "image.name": "docker.io/shop/web:1,registry.example/shop/web:latest"
                }
                """.formatted(A, B)))
                .containsExactly("docker.io/shop/web:1@" + A, "registry.example/shop/web:latest@" + A);
    }

    @Test
    void shouldReadTheMetadataOfEveryTargetOfBake() {
        assertThat(images("""
                {
                  "buildx.build.warnings": [{"vertex": "x"}],
                  "db": {"containerimage.digest": "%1$s", "image.name": "registry.example/db:1"},
                  "web": {"image.name": "registry.example/web", "containerimage.digest": "%2$s"}
                }
                """.formatted(A, B)))
                .containsExactly("registry.example/db:1@" + A, "registry.example/web@" + B);
    }

    @Test
    void shouldReadWhatJibWrites() {
        assertThat(images("""
                {"image":"registry.example/web:1","imageId":"%2$s","imageDigest":"%1$s","tags":["1","latest"],\
                "imagePushed":true}
                """.formatted(A, B)))
                .containsExactly("registry.example/web:1@" + A, "registry.example/web:latest@" + A);
        assertThat(images("{\"image\":\"registry.example/web\",\"imageDigest\":\"" + A + "\",\"tags\":[]}"))
                .containsExactly("registry.example/web@" + A);
    }

    @Test
    void shouldTellWhatIsMissingInEveryTarget() {
        assertThat(problems("""
                {
                  "db": {
                    "containerimage.digest": "%1$s"
                  },
                  "web": {
                    "image.name": "registry.example/web:1"
                  },
                  "api": {
                    "containerimage.digest": "latest",
                    "image.name": "registry.example/API:1"
                  },
                  "job": {
                    "containerimage.digest": "%1$s",
                    "image.name": "registry.example/JOB:1"
                  }
                }
                """.formatted(A)))
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("images.txt:2: image.name is missing"),
                        it -> assertThat(it).startsWith("images.txt:5: containerimage.digest is missing"),
                        it -> assertThat(it).startsWith("images.txt:9: 'latest' is not a digest"),
                        it -> assertThat(it).startsWith("images.txt:10: ").contains("API"),
                        it -> assertThat(it).startsWith("images.txt:14: ").contains("JOB"));
    }

    @Test
    void shouldRefuseAnImageThatJibDidNotPush() {
        assertThat(problems(
                        "{\"image\":\"registry.example/web:1\",\"imageDigest\":\"" + A + "\",\"imagePushed\":false}"))
                .singleElement()
                .asString()
                .contains("jib did not push");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"image.name\": ",
                "{\"image.name\":\"a/b:1\",\"image.name\":\"a/c:1\"}",
                "{\"image.name\":\"registry.example/web:1\",\"containerimage.digest\":\"sha256:"
                        + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"} {}",
                "{\"image.name\":{\"x\":1},\"containerimage.digest\":null}",
                "{\"image.name\":\"<script>\u202E\"}"
            })
    void shouldRefuseJsonThatIsNotWhole(String text) {
        assertThat(problems(text)).isNotEmpty().allMatch(it -> it.matches("[ -~]+"));
    }

    @Test
    void shouldRefuseMoreThanAThousandImagesAndAFileThatIsTooLong() {
        assertThat(images(list(ImagesFile.MOST_IMAGES))).hasSize(ImagesFile.MOST_IMAGES);
        assertThat(problems(list(ImagesFile.MOST_IMAGES + 1)))
                .singleElement()
                .asString()
                .contains("1001");
        assertThat(problems("#".repeat(ImagesFile.LONGEST + 1)))
                .singleElement()
                .asString()
                .contains("longer");
    }

    @Test
    void shouldListAHundredProblemsAndSayThatThereAreMore() {
        assertThat(problems("!\n".repeat(500))).hasSize(101).last().asString().contains("more problems");
    }

    @Test
    void shouldNestNoDeeperThanItCanRead() {
        assertThat(problems("{\"a\":" + "[".repeat(100_000))).isNotEmpty();
    }

    private static String list(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "registry.example/web:" + i)
                .collect(Collectors.joining("\n"));
    }

    private static List<String> images(String text) {
        return ImagesFile.read("images.txt", text)
                .fold(
                        valid -> valid.images().stream()
                                .map(ImageReference::toString)
                                .toList(),
                        invalid -> {
                            throw new AssertionError(invalid.problems());
                        });
    }

    private static List<String> problems(String text) {
        return ImagesFile.read("images.txt", text)
                .fold(
                        valid -> {
                            throw new AssertionError(valid.images());
                        },
                        invalid -> invalid.problems().stream()
                                .map(ImagesReading.Problem::toString)
                                .toList());
    }
}
