package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import io.jenkins.plugins.qualysfargate.engine.sweep.CatalogueQuery;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.BatchGetImageResponse;
import software.amazon.awssdk.services.ecr.model.Image;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;

/** Fetches indexes and says which images stand in them; what cannot be read is a problem, and no image is taken for scanned. */
final class FetchIndexes {
    /** As many as BatchGetImage allows: API reference of ECR. */
    private static final int AT_ONCE = 100;

    private static final String UNKNOWN = "unknown";

    private final EcrClient ecr;
    private final EcrRegistry registry;
    private final String repository;
    private final CatalogueQuery query;

    FetchIndexes(EcrClient ecr, EcrRegistry registry, String repository, CatalogueQuery query) {
        this.ecr = ecr;
        this.registry = registry;
        this.repository = repository;
        this.query = query;
    }

    /** @param problems is added to for every index that is missing in the answer */
    Map<Digest, List<Digest>> platforms(List<Digest> indexes, List<String> problems) {
        Map<Digest, List<Digest>> all = new HashMap<>();
        for (int from = 0; from < indexes.size(); from += AT_ONCE) {
            fetch(indexes.subList(from, Math.min(from + AT_ONCE, indexes.size())), all, problems);
        }
        return all;
    }

    private void fetch(List<Digest> some, Map<Digest, List<Digest>> all, List<String> problems) {
        BatchGetImageResponse answer;
        try {
            answer = new AwsCall("ecr:BatchGetImage", "repository " + repository)
                    .on(() -> ecr.batchGetImage(request -> request.registryId(registry.account())
                            .repositoryName(repository)
                            .acceptedMediaTypes(RepositoryImages.INDEXES)
                            .imageIds(some.stream()
                                    .map(digest -> ImageIdentifier.builder()
                                            .imageDigest(digest.value())
                                            .build())
                                    .toList())));
        } catch (AwsException failed) {
            problems.add(failed.advice());
            return;
        }
        for (Image image : answer.images()) {
            String manifest = String.valueOf(image.imageManifest());
            Digest digest = sha256(manifest);
            if (some.contains(digest)) {
                all.put(digest, read(digest, manifest, problems));
            }
        }
        some.stream()
                .filter(digest -> !all.containsKey(digest))
                .forEach(digest -> problems.add("ECR lists the index " + digest + " of repository " + repository
                        + " and does not give it. Sweep again; if it stays so, push the image again."));
    }

    private List<Digest> read(Digest index, String manifest, List<String> problems) {
        List<Digest> platforms = new ArrayList<>();
        try {
            JsonNode root = SmallJson.read(new ByteArrayInputStream(manifest.getBytes(StandardCharsets.UTF_8)));
            for (JsonNode entry : root.path("manifests")) {
                if (wanted(entry)) {
                    platforms.add(new Digest(SmallJson.text(entry, "digest")));
                }
            }
        } catch (SmallJson.NotReadable | IllegalArgumentException broken) {
            problems.add("The index " + index + " of repository " + repository
                    + " cannot be read. Build and push the image again with a current tool.");
            return List.of();
        }
        // A scan of it says that the platforms which are wanted are not there, under the digest of the index.
        return platforms.isEmpty() ? List.of(index) : platforms;
    }

    /** Statements about images stand in an index too, and are for no platform. */
    private boolean wanted(JsonNode entry) {
        JsonNode declared = entry.path("platform");
        String os = SmallJson.text(declared, "os");
        if (os.isEmpty() || os.equals(UNKNOWN)) {
            return os.isEmpty();
        }
        return query.matches(new Platform(os, SmallJson.text(declared, "architecture"), null));
    }

    private static Digest sha256(String manifest) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(manifest.getBytes(StandardCharsets.UTF_8));
            return new Digest("sha256:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
