package io.jenkins.plugins.qualysfargate.engine.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushLogTest {
    private static final String A = "sha256:" + "a".repeat(64);
    private static final String B = "sha256:" + "b".repeat(64);
    private static final String C = "sha256:" + "c".repeat(64);
    private static final String ID = "d".repeat(64);

    @Test
    void shouldTakeEveryTagOfDockerPush() {
        PushLog log = read("""
                + docker push --all-tags registry.example:5000/payments/api
                The push refers to repository [registry.example:5000/payments/api]
                5f70bf18a086: Preparing
                5f70bf18a086: Layer already exists
                d3a1f33e8a5a: Pushed
                1.4.2: digest: %s size: 1234
                d3a1f33e8a5a: Layer already exists
                latest: digest: %s size: 1234
                """.formatted(A, B));
        assertImages(
                log, "registry.example:5000/payments/api:1.4.2@" + A, "registry.example:5000/payments/api:latest@" + B);
        assertThat(log.remarks()).isEmpty();
        assertThat(log.namesAll()).isTrue();
    }

    @Test
    void shouldGiveEachDigestToTheRepositoryWhosePushBeganLast() {
        PushLog log = read("""
                The push refers to repository [registry.example/one]
                1: digest: %s size: 1
                The push refers to a repository [docker.io/library/two] (len: 1)
                2: digest: %s size: 1
                """.formatted(A, B));
        assertImages(log, "registry.example/one:1@" + A, "docker.io/library/two:2@" + B);
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldTellOfAPushThatBeganAndDidNotEnd() {
        PushLog log = read("""
                The push refers to repository [registry.example/one]
                The push refers to repository [registry.example/two]
                1: digest: %s size: 1
                2: digest: %s size: 1
                """.formatted(A, B));
        assertImages(log, "registry.example/two:1@" + A, "registry.example/two:2@" + B);
        assertThat(log.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.line()).isEqualTo(1))
                .satisfies(remark -> assertThat(remark.message()).contains("registry.example/one", "did not fail"));
    }

    @Test
    void shouldTakeTheSameRepositoryAsOneWhenThePushWasTriedAgain() {
        PushLog log = read("""
                The push refers to repository [registry.example/one]
                received unexpected HTTP status: 503 Service Unavailable
                The push refers to repository [registry.example/one]
                1: digest: %s size: 1
                """.formatted(A));
        assertImages(log, "registry.example/one:1@" + A);
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldTellOfADigestWhoseRepositoryNobodyNamed() {
        PushLog log = read("1.0: digest: " + A + " size: 12");
        assertThat(log.images()).isEmpty();
        assertThat(log.namesAll()).isFalse();
        assertThat(message(log)).contains("1.0", A, "name the image yourself");
    }

    @Test
    void shouldTakeTheReferenceOfAQuietDockerPush() {
        assertImages(read("docker.io/library/web:1"), "docker.io/library/web:1");
        assertImages(read("+ docker push -q web:1\ndocker.io/library/web:1"), "docker.io/library/web:1");
    }

    @Test
    void shouldOnlyTellOfAReferenceAfterACommandThatIsNoPush() {
        PushLog log = read("+ docker pull -q debian:12\ndocker.io/library/debian:12");
        assertThat(log.images()).isEmpty();
        assertThat(log.namesAll()).isTrue();
        assertThat(message(log)).contains("docker.io/library/debian:12");
    }

    @Test
    void shouldTakeWhatBuildKitPushes() {
        PushLog log = read("""
                #12 exporting to image
                #12 exporting manifest %1$s 0.0s done
                #12 pushing layers
                #12 pushing layers 1.5s done
                #12 pushing manifest for registry.example/shop/web:2@%1$s
                #12 pushing manifest for registry.example/shop/web:2@%1$s 0.3s done
                #12 pushing manifest for docker.io/shop/web:latest@%1$s 0.3s done
                #12 DONE 2.1s
                {"id":"pushing manifest for registry.example/shop/raw:1@%1$s","vertex":"x"}
                """.formatted(A));
        assertImages(
                log,
                "registry.example/shop/web:2@" + A,
                "docker.io/shop/web:latest@" + A,
                "registry.example/shop/raw:1@" + A);
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldTakeTheTagWhenTheTerminalCutTheDigest() {
        PushLog log = read(" => => pushing manifest for registry.example/web:2@sha256:2ad6d284c06ca5a   6.6s");
        assertImages(log, "registry.example/web:2");
    }

    @Test
    void shouldTellOfABuildKitPushWhoseNameIsCut() {
        PushLog log = read(" => => pushing manifest for registry.example/a-very-long-name:lat   6.6s");
        assertThat(log.images()).isEmpty();
        assertThat(log.namesAll()).isFalse();
    }

    @Test
    void shouldFindTheDigestOfABuildKitPushByDigest() {
        PushLog log = read("""
                #7 exporting to image
                #7 exporting manifest %1$s 0.0s done
                #7 exporting attestation manifest %2$s 0.0s done
                #7 exporting manifest list %3$s done
                #7 pushing manifest for registry.example:5000/web 0.5s done
                """.formatted(A, B, C));
        assertImages(log, "registry.example:5000/web@" + C);
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldNeverTakeLatestForABuildKitPushByDigest() {
        assertThat(read("#7 pushing manifest for registry.example/web 0.5s done")
                        .images())
                .isEmpty();
        PushLog several = read("""
                #7 exporting to image
                #7 exporting manifest %s done
                #7 exporting manifest %s done
                #8 exporting manifest %s done
                #7 pushing manifest for registry.example/web 0.5s done
                """.formatted(A, B, C));
        assertThat(several.images()).isEmpty();
        assertThat(several.namesAll()).isFalse();
        assertThat(message(several)).contains("BuildKit", "registry.example/web");
    }

    @Test
    void shouldForgetWhatAnEarlierBuildExportedInTheSameStep() {
        PushLog log = read("""
                #7 exporting to image
                #7 exporting manifest %s done
                #7 pushing manifest for registry.example/one
                #7 exporting to image
                #7 exporting manifest %s done
                #7 pushing manifest for registry.example/two
                """.formatted(A, B));
        assertImages(log, "registry.example/one@" + A, "registry.example/two@" + B);
    }

    @Test
    void shouldTakeTheListsOfImagetools() {
        PushLog log = read("""
                #1 [internal] pushing docker.io/shop/web:3
                #1 0.000 copying %1$s from registry.example/stage:3 to docker.io/shop/web:3
                #1 0.512 pushing %2$s to docker.io/shop/web:3
                #2 [internal] pushing registry.example/web:3
                #13 pushing registry.example/moby:1 with docker
                """.formatted(A, B));
        assertImages(log, "docker.io/shop/web:3@" + B, "registry.example/web:3", "registry.example/moby:1");
    }

    @Test
    void shouldTakeWhatKanikoPushesAndLeaveOutItsCache() {
        String key = "e".repeat(64);
        PushLog log = read("""
                INFO[0009] Pushing layer registry.example/cache:%1$s to cache now
                INFO[0009] Pushing image to registry.example/cache:%1$s
                INFO[0010] Pushed registry.example/cache@%2$s
                INFO[0012] Pushing image to registry.example/web:1
                INFO[0013] Pushed registry.example/web@%3$s
                time="2026-01-01T00:00:00Z" level=info msg="Pushing image to registry.example/web:2"
                time="2026-01-01T00:00:01Z" level=info msg="Pushed registry.example/web@%3$s"
                INFO[0014] Pushing image to index.docker.io/shop/old:1
                """.formatted(key, A, B));
        assertImages(log, "registry.example/web:1@" + B, "registry.example/web:2@" + B, "docker.io/shop/old:1");
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldNotTakeAnImageForALayerOfTheCache() {
        PushLog log = read("""
                Pushing layer registry.example/web:1 to cache now
                Pushing image to registry.example/web:1
                Pushed registry.example/web@%s
                """.formatted(A));
        assertImages(log, "registry.example/web:1@" + A);
    }

    @Test
    void shouldTakeEveryNameOfJib() {
        PushLog log = read("[INFO] Built and pushed image as \u001B[36mregistry.example/web:1\u001B[0m,"
                + " \u001B[36mregistry.example/web\u001B[0m");
        assertImages(log, "registry.example/web:1", "registry.example/web");
    }

    @Test
    void shouldTakeWhatToolsOverGoContainerregistryPrint() {
        PushLog log = read("""
                2026/01/01 10:00:00 Publishing registry.example/cmd:latest
                2026/01/01 10:00:01 registry.example/cmd:sha256-%1$s.sbom: digest: %2$s size: 374
                2026/01/01 10:00:02 registry.example/cmd:latest: digest: %3$s size: 1337
                2026/01/01 10:00:02 Published registry.example/cmd@%3$s
                registry.example/cmd@%3$s
                """.formatted(ID, A, B));
        assertImages(log, "registry.example/cmd:latest@" + B);
        assertThat(message(log)).contains("signature or a bill of materials");
        assertThat(log.namesAll()).isTrue();
    }

    @Test
    void shouldClaimNothingFromAManifestThatWasWrittenSomewhere() {
        PushLog log = read("""
                Getting image source signatures
                Copying blob 5f70bf18a086 done
                Copying config 1b44b5a3e0 done
                Writing manifest to image destination
                """);
        assertThat(log.images()).isEmpty();
        assertThat(message(log)).contains("line 4", "did not say where to");
        assertThat(log.namesAll()).isTrue();
    }

    @Test
    void shouldNotTakeAPullOrACommitForAPush() {
        PushLog log = read("""
                Trying to pull docker.io/library/alpine:3...
                Writing manifest to image destination
                STEP 4/4: RUN true
                COMMIT web
                Writing manifest to image destination
                Getting image source signatures
                Writing manifest to image destination
                Storing signatures
                %s
                """.formatted(ID));
        assertThat(log.images()).isEmpty();
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldTakeWhatPodmanAndBuildahNameAsPushed() {
        PushLog log = read("""
                Writing manifest to image destination
                Storing signatures
                Successfully pushed registry.example/one@%1$s
                time="x" level=debug msg="Successfully pushed docker://registry.example/two:2 with digest %2$s"
                Successfully pushed //localhost:5000/three:3@%1$s
                Successfully pushed 3 commits
                """.formatted(A, B));
        assertImages(log, "registry.example/one@" + A, "registry.example/two:2@" + B, "localhost:5000/three:3@" + A);
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldTakeTheListOfDockerManifestPush() {
        PushLog log = read("""
                Pushed ref registry.example/web@%1$s with digest: %1$s
                Pushed ref registry.example/web@%2$s with digest: %2$s
                %3$s
                """.formatted(A, B, C));
        assertImages(log, "registry.example/web@" + A, "registry.example/web@" + B, "registry.example/web@" + C);
        assertThat(log.remarks()).isEmpty();
        assertThat(message(read("Pushed ref registry.example/web@" + A + " with digest: " + A)))
                .contains("docker manifest push", "registry.example/web");
    }

    @Test
    void shouldTakeWhatSpringBootAndComposePush() {
        PushLog log = read("""
                [INFO]  > Pushing image 'registry.example/boot:1' 100%
                [INFO]  > Pushed image 'registry.example/boot:1'
                 Pushing registry.example/web:2: 5f70bf18a086 Layer already exists
                 Pushing registry.example/web:2: d3a1f33e8a5a Pushed 1.2s
                """);
        assertImages(log, "registry.example/boot:1", "registry.example/web:2");
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldTellOncePerPushThatHasNoName() {
        PushLog log = read("""
                 Pushing web: 5f70bf18a086 Pushing
                 Pushing web: 5f70bf18a086 Pushed
                INFO[0000] pushing as a reduced-platform image (application/vnd.oci.image.index.v1+json, %s)
                """.formatted(A));
        assertThat(log.images()).isEmpty();
        assertThat(log.remarks()).hasSize(2).allMatch(PushLog.Remark::certain);
        assertThat(log.namesAll()).isFalse();
    }

    @Test
    void shouldTellOfAToolThatItDoesNotKnow() {
        PushLog log = read("Pushed [registry] registry.example/chart:1\nCommit pushed to https://git.example/x");
        assertThat(log.images()).isEmpty();
        assertThat(message(log)).contains("registry.example/chart:1", "no tool that is known");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[2026-01-01T00:00:00.000Z] ",
                "2026-01-01T00:00:00.1234567Z ",
                "10:15:30  ",
                "[branch] [2026-01-01T00:00:00.000Z] ",
                "\u001B[8mha:////4AAAAA==\u001B[0m",
                "\u001B]8;;https://x\u0007",
                "\u001B[1;32m",
                "  50%\r"
            })
    void shouldReadPastWhatLogsAddToLines(String prefix) {
        PushLog log = read("""
                %3$sThe push refers to repository [registry.example/web]
                %3$s1: digest: %1$s size: 1
                %3$sregistry.example/bare@%2$s
                """.formatted(A, B, prefix));
        assertImages(log, "registry.example/web:1@" + A, "registry.example/bare@" + B);
        assertThat(log.remarks()).isEmpty();
    }

    @Test
    void shouldReplaceATagByTheSameTagWithItsDigestAndKeepALaterPushOfIt() {
        PushLog log = read("""
                Pushed image 'registry.example/web:1'
                registry.example/web:1: digest: %1$s size: 1
                Pushed image 'registry.example/web:1'
                """.formatted(A));
        assertImages(log, "registry.example/web:1@" + A, "registry.example/web:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Built and pushed image as registry.example/$(id):1",
                "Built and pushed image as ../../etc/passwd",
                "Built and pushed image as registry.example/web:1@sha256:123",
                "Successfully pushed registry.example/WEB/\u202Ex:1",
                "Published registry.example/web@sha256:123"
            })
    void shouldAcceptNoReferenceThatBreaksTheGrammarAndTellOfIt(String line) {
        PushLog log = read(line);
        assertThat(log.images()).isEmpty();
        assertThat(log.namesAll()).isFalse();
        assertThat(message(log)).matches("[ -~]+").contains("no image reference");
    }

    @Test
    void shouldTakeAThousandImagesAndTellOfMore() {
        List<String> lines = IntStream.rangeClosed(0, PushLog.MOST_IMAGES)
                .mapToObj(i -> "Pushed image 'registry.example/web:" + i + "'")
                .toList();
        PushLog log = PushLog.read(lines);
        assertThat(log.images()).hasSize(PushLog.MOST_IMAGES);
        assertThat(log.namesAll()).isFalse();
        assertThat(message(log)).contains("more than 1000");
    }

    @Test
    void shouldBoundWhatItTells() {
        List<String> lines = IntStream.range(0, 5_000)
                .mapToObj(i -> i + ": digest: " + A + " size: 1")
                .toList();
        PushLog log = PushLog.read(lines);
        assertThat(log.remarks()).hasSize(201);
        assertThat(log.remarks().get(200).message()).contains("more to tell");
        assertThat(log.remarks().get(200).certain()).isTrue();
    }

    @Test
    void shouldTellOfALineThatIsTooLongToBeRead() {
        String long1 = "x".repeat(LogText.LONGEST_LINE) + " Pushed image 'registry.example/web:1'";
        PushLog log = read(long1 + "\n" + "y".repeat(20_000));
        assertThat(log.images()).isEmpty();
        assertThat(message(log)).contains("Line 1 is longer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[",
                "\u001B]",
                "[[[[",
                "1:1:1:",
                "a/",
                "a-",
                "Pushed ",
                "pushing sha256:",
                "Pushing a ",
                "+ ",
                ": digest: ",
                "exporting manifest ",
                "INFO[",
                "\r",
                "'",
                "@",
                "pushing x with "
            })
    void shouldReadHostileLinesInTimeThatGrowsWithTheirLength(String part) {
        String line = part.repeat(LogText.LONGEST_LINE / part.length());
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            read(line + i);
        }
        assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
    }

    private static PushLog read(String text) {
        return PushLog.read(text.lines().toList());
    }

    private static void assertImages(PushLog log, String... images) {
        assertThat(log.images())
                .containsExactly(
                        Arrays.stream(images).map(ImageReference::parse).toArray(ImageReference[]::new));
    }

    private static String message(PushLog log) {
        assertThat(log.remarks()).hasSize(1);
        return log.remarks().get(0).message();
    }
}
