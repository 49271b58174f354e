package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueImage;
import io.jenkins.plugins.qualysfargate.engine.sweep.CataloguePage;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageDetail;

/** Makes a page of what ECR says of the images of one repository; of an index, by what stands in it. */
final class RepositoryImages {
    // OCI image specification 1.1, media-types.md; Docker's manifest-v2-2.
    static final List<String> INDEXES = List.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");
    private static final Set<String> IMAGES =
            Set.of("application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json");

    private final EcrRegistry registry;
    private final String repository;
    private final CatalogueQuery query;
    private final FetchIndexes indexes;

    RepositoryImages(EcrClient ecr, EcrRegistry registry, String repository, CatalogueQuery query) {
        this.registry = registry;
        this.repository = repository;
        this.query = query;
        this.indexes = new FetchIndexes(ecr, registry, repository, query);
    }

    CataloguePage read(List<ImageDetail> details) {
        List<String> problems = new ArrayList<>();
        List<ImageDetail> wanted =
                details.stream().filter(detail -> wanted(detail, problems)).toList();
        Map<Digest, List<Digest>> platforms = indexes.platforms(
                wanted.stream()
                        .filter(RepositoryImages::isIndex)
                        .map(detail -> new Digest(detail.imageDigest()))
                        .toList(),
                problems);
        List<CatalogueImage> images = new ArrayList<>();
        for (ImageDetail detail : wanted) {
            Digest digest = new Digest(detail.imageDigest());
            List<Digest> scanned = isIndex(detail) ? platforms.getOrDefault(digest, List.of()) : List.of(digest);
            if (!scanned.isEmpty()) {
                images.add(new CatalogueImage(
                        registry, repository, digest, detail.imageTags(), pushedAt(detail), scanned));
            }
        }
        return new CataloguePage(images, problems);
    }

    private boolean wanted(ImageDetail detail, List<String> problems) {
        Optional<Digest> digest = Digest.parse(String.valueOf(detail.imageDigest()));
        if (digest.isEmpty()) {
            problems.add("ECR lists an image of repository " + repository
                    + " without a SHA-256 digest; push it again with a current tool.");
            return false;
        }
        String artifact = detail.artifactMediaType();
        boolean image = artifact == null || artifact.isEmpty() || IMAGES.contains(artifact) || isIndex(detail);
        return image && (query.pushedSince() == null || !pushedAt(detail).isBefore(query.pushedSince()));
    }

    private static boolean isIndex(ImageDetail detail) {
        return INDEXES.contains(String.valueOf(detail.imageManifestMediaType()));
    }

    /** Without a date no grace is given. */
    private static Instant pushedAt(ImageDetail detail) {
        return detail.imagePushedAt() == null ? Instant.EPOCH : detail.imagePushedAt();
    }
}
