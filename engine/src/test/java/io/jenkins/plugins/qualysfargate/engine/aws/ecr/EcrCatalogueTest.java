package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import static io.jenkins.plugins.qualysfargate.engine.push.Pushes.digest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.StandIns;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueImage;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueUnavailableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The catalogue over HTTP, from a fake that answers in ECR's shapes. */
class EcrCatalogueTest {
    private static final String HELM = "application/vnd.cncf.helm.config.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private final FakeEcr ecr = new FakeEcr(3);
    private final AwsClients clients = StandIns.clients(ecr.path().endpoint());
    private final List<CatalogueImage> images = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    @AfterEach
    void close() {
        clients.close();
        ecr.close();
    }

    private List<CatalogueImage> images(CatalogueQuery query) {
        images.clear();
        problems.clear();
        new EcrCatalogue(clients.ecr(), null).pages(query, page -> {
            images.addAll(page.images());
            problems.addAll(page.problems());
        });
        return images;
    }

    private List<CatalogueImage> images() {
        return images(CatalogueQuery.TAGGED);
    }

    @Test
    void shouldWalkThroughAllPagesOfAllRepositories() {
        for (int i = 0; i < 20; i++) {
            ecr.holds("app-" + i % 5, digest(i).value(), "1." + i, 1_700_000_000L + i);
        }

        assertThat(images()).hasSize(20).doesNotHaveDuplicates();
        assertThat(images)
                .contains(new CatalogueImage(
                        new EcrRegistry(FakeEcr.ACCOUNT, "eu-central-1"),
                        "app-2",
                        digest(7),
                        List.of("1.7"),
                        Instant.ofEpochSecond(1_700_000_007L),
                        List.of(digest(7))));
        assertThat(problems).isEmpty();
    }

    @Test
    void shouldLookOnlyAtTheRepositoriesThatAreMeant() {
        ecr.holds("team/api", digest(1).value(), "1", 1);
        ecr.holds("team/web", digest(2).value(), "1", 1);
        ecr.holds("other", digest(3).value(), "1", 1);

        assertThat(images(new CatalogueQuery("team/*", false, null, List.of())))
                .extracting(CatalogueImage::digest)
                .containsExactly(digest(1), digest(2));
        assertThat(ecr.path().calls())
                .filteredOn(call -> call.operation().equals("DescribeImages"))
                .hasSize(2);
    }

    @Test
    void shouldLeaveOutChartsAndImagesWithoutTagOrOfEarlierTimes() {
        ecr.holds("app", digest(1).value(), "1", 2_000);
        ecr.holds("app", digest(2).value(), "chart", 2_000, HELM);
        ecr.holds("app", digest(3).value(), null, 2_000, CONFIG);
        ecr.holds("app", digest(4).value(), "old", 1_000, CONFIG);

        assertThat(images(new CatalogueQuery(null, false, Instant.ofEpochSecond(2_000), List.of())))
                .extracting(CatalogueImage::digest)
                .containsExactly(digest(1));
        assertThat(images(new CatalogueQuery(null, true, null, List.of())))
                .extracting(CatalogueImage::digest)
                .containsExactly(digest(1), digest(3), digest(4));
    }

    @Test
    void shouldSayWhichImagesStandInAnIndex() {
        String index = ecr.holdsIndex("app", "1", digest(1).value(), digest(2).value());

        assertThat(images()).singleElement().satisfies(image -> {
            assertThat(image.digest()).isEqualTo(new Digest(index));
            assertThat(image.scanned()).containsExactly(digest(1), digest(2));
        });
        assertThat(images(new CatalogueQuery(null, false, null, List.of(Platform.parse("linux/arm64"))))
                        .get(0)
                        .scanned())
                .containsExactly(digest(2));
    }

    @Test
    void shouldAskForTheIndexItselfWhereAWantedPlatformIsMissing() {
        String index = ecr.holdsIndex("app", "1", digest(1).value(), digest(2).value());

        assertThat(images(new CatalogueQuery(null, false, null, List.of(Platform.parse("windows/amd64"))))
                        .get(0)
                        .scanned())
                .containsExactly(new Digest(index));
    }

    @Test
    void shouldSayThatAnIndexCannotBeRead() {
        String cut = "{\"manifests\":[";
        ecr.holdsIndex("app", "1", digest(1).value(), digest(2).value());
        ecr.holdsIndex("app", "2", digest(3).value(), "no digest");
        ecr.holdsIndex("app", "3", digest(5).value(), digest(6).value());
        String changed = ecr.holdsIndex("app", "4", digest(7).value(), digest(8).value());
        ecr.givesFor(changed, cut);

        assertThat(images()).hasSize(2);
        assertThat(problems).hasSize(2);
        assertThat(problems).anySatisfy(it -> assertThat(it).contains("cannot be read", "repository app"));
        assertThat(problems).as("what has another digest is another document").anySatisfy(it -> assertThat(it)
                .contains(changed, "does not give it"));
    }

    @Test
    void shouldGoOnAfterARepositoryThatMayNotBeSeen() {
        ecr.holds("closed", digest(1).value(), "1", 1);
        ecr.holds("open", digest(2).value(), "1", 1);
        ecr.answersBy(
                call -> call.operation().equals("DescribeImages") && call.body().contains("closed")
                        ? Fault.Answer.json(400, "AccessDeniedException", "not authorized")
                        : null);

        assertThat(images()).extracting(CatalogueImage::repository).containsExactly("open");
        assertThat(problems).singleElement().asString().contains("Allow ecr:DescribeImages on repository closed");
    }

    @Test
    void shouldNotMissARepositoryThatWasDeletedMeanwhile() {
        ecr.holds("gone", digest(1).value(), "1", 1);
        ecr.answersBy(call -> call.operation().equals("DescribeImages")
                ? Fault.Answer.json(400, "RepositoryNotFoundException", "gone")
                : null);

        assertThat(images()).isEmpty();
        assertThat(problems).isEmpty();
    }

    @Test
    void shouldFailWhenTheRegistryMayNotBeSeen() {
        ecr.answersBy(call -> Fault.Answer.json(400, "AccessDeniedException", "not authorized"));

        assertThatThrownBy(this::images)
                .isInstanceOf(CatalogueUnavailableException.class)
                .hasMessageContaining("Allow ecr:DescribeRepositories on the registry of this account");
    }

    @Test
    void shouldFailWhenTheLoginRunsOutInTheMiddle() {
        ecr.holds("app", digest(1).value(), "1", 1);
        ecr.answersBy(call -> call.operation().equals("DescribeImages")
                ? Fault.Answer.json(400, "ExpiredTokenException", "expired")
                : null);

        assertThatThrownBy(this::images)
                .isInstanceOf(CatalogueUnavailableException.class)
                .hasMessageContaining("renew it");
    }

    @Test
    void shouldTryAgainWhenItIsThrottled() {
        ecr.holds("app", digest(1).value(), "1", 1);
        ecr.answersBy(call -> call.number() <= 2 ? Fault.Answer.json(400, "ThrottlingException", "slow down") : null);

        assertThat(images()).hasSize(1);
    }

    @Test
    void shouldSayThatAnIndexMayNotBeSeen() {
        ecr.holdsIndex("app", "1", digest(1).value(), digest(2).value());
        ecr.answersBy(call -> call.operation().equals("BatchGetImage")
                ? Fault.Answer.json(400, "AccessDeniedException", "not authorized")
                : null);

        assertThat(images()).isEmpty();
        assertThat(problems).singleElement().asString().contains("Allow ecr:BatchGetImage on repository app");
    }
}
