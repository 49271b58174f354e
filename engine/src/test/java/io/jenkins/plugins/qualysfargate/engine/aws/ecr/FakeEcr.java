package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.Fault;
import io.jenkins.plugins.qualysfargate.engine.aws.standin.TroubledPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers for ECR's catalogue over HTTP, in pages and with ECR's own shapes; what it is told to hold, it holds. */
public final class FakeEcr implements AutoCloseable {
    public static final String ACCOUNT = "123456789012";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCKER = "application/vnd.docker.distribution.manifest.v2+json";
    private static final String CONFIG = "application/vnd.docker.container.image.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private final Map<String, List<ObjectNode>> repositories = new LinkedHashMap<>();
    private final Map<String, String> manifests = new LinkedHashMap<>();
    private final int page;
    private final TroubledPath path;
    private volatile Function<TroubledPath.Call, Fault.@Nullable Answer> trouble = call -> null;

    /** @param page at most so many repositories or images in one answer, whatever is asked for */
    public FakeEcr(int page) {
        this.page = page;
        this.path = TroubledPath.answering(this::answer);
    }

    public TroubledPath path() {
        return path;
    }

    /** From now on every call is refused with this code. */
    public void refuses(String code) {
        trouble = call -> Fault.Answer.json(400, code, "refused");
    }

    /** From now on these answers come instead; null for the usual one. */
    void answersBy(Function<TroubledPath.Call, Fault.@Nullable Answer> other) {
        trouble = other;
    }

    public void holds(String repository, String digest, String tag, long pushedAt) {
        holds(repository, digest, tag, pushedAt, CONFIG);
    }

    void holds(String repository, String digest, @Nullable String tag, long pushedAt, String artifact) {
        detail(repository, digest, tag, pushedAt)
                .put("imageManifestMediaType", DOCKER)
                .put("artifactMediaType", artifact);
    }

    /** An index of these images and a statement about one of them. @return its digest */
    String holdsIndex(String repository, String tag, String amd64, String arm64) {
        String manifest = """
                {"schemaVersion":2,"mediaType":"%s","manifests":[
                {"mediaType":"m","digest":"%s","size":1,"platform":{"os":"linux","architecture":"amd64"}},
                {"mediaType":"m","digest":"%s","size":1,"platform":{"os":"linux","architecture":"arm64","variant":"v8"}},
                {"mediaType":"m","digest":"%s","size":1,"platform":{"os":"unknown","architecture":"unknown"}}]}""".formatted(INDEX, amd64, arm64, "sha256:" + "e".repeat(64));
        String digest = digest(manifest);
        manifests.put(digest, manifest);
        detail(repository, digest, tag, 1_700_000_000L).put("imageManifestMediaType", INDEX);
        return digest;
    }

    /** The index is listed, and this is what comes when it is asked for. */
    void givesFor(String digest, String manifest) {
        manifests.put(digest, manifest);
    }

    static String digest(String text) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    private ObjectNode detail(String repository, String digest, @Nullable String tag, long pushedAt) {
        ObjectNode detail = JSON.createObjectNode()
                .put("registryId", ACCOUNT)
                .put("repositoryName", repository)
                .put("imageDigest", digest)
                .put("imagePushedAt", pushedAt);
        if (tag != null) {
            detail.putArray("imageTags").add(tag);
        }
        repositories.computeIfAbsent(repository, name -> new ArrayList<>()).add(detail);
        return detail;
    }

    private Fault.Answer answer(TroubledPath.Call call) {
        Fault.Answer other = trouble.apply(call);
        if (other != null) {
            return other;
        }
        try {
            JsonNode request = JSON.readTree(call.body());
            return switch (call.operation()) {
                case "DescribeRepositories" -> page(request, "repositories", described());
                case "DescribeImages" -> images(request);
                case "BatchGetImage" -> manifests(request);
                default -> Fault.Answer.json(400, "UnknownOperationException", call.operation());
            };
        } catch (IOException e) {
            return Fault.Answer.json(400, "SerializationException", "no JSON");
        }
    }

    private List<ObjectNode> described() {
        return repositories.keySet().stream()
                .map(name -> JSON.createObjectNode()
                        .put("registryId", ACCOUNT)
                        .put("repositoryName", name)
                        .put("repositoryUri", ACCOUNT + ".dkr.ecr.eu-central-1.amazonaws.com/" + name))
                .toList();
    }

    private Fault.Answer images(JsonNode request) {
        List<ObjectNode> all = repositories.get(request.path("repositoryName").asText());
        if (all == null) {
            return Fault.Answer.json(400, "RepositoryNotFoundException", "there is no such repository");
        }
        boolean tagged = request.path("filter").path("tagStatus").asText().equals("TAGGED");
        return page(
                request,
                "imageDetails",
                tagged ? all.stream().filter(each -> each.has("imageTags")).toList() : all);
    }

    private Fault.Answer page(JsonNode request, String field, List<ObjectNode> all) {
        int from = request.path("nextToken").asInt(0);
        int most = Math.min(page, request.path("maxResults").asInt(100));
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode some = answer.putArray(field);
        all.subList(from, Math.min(from + most, all.size())).forEach(some::add);
        if (from + most < all.size()) {
            answer.put("nextToken", Integer.toString(from + most));
        }
        return Fault.Answer.json(answer.toString());
    }

    private Fault.Answer manifests(JsonNode request) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode images = answer.putArray("images");
        ArrayNode failures = answer.putArray("failures");
        for (JsonNode id : request.path("imageIds")) {
            String digest = id.path("imageDigest").asText();
            String manifest = manifests.get(digest);
            if (manifest == null) {
                failures.addObject().put("failureCode", "ImageNotFound").set("imageId", id);
            } else {
                images.addObject().put("imageManifest", manifest).set("imageId", id);
            }
        }
        return Fault.Answer.json(answer.toString());
    }

    @Override
    public void close() {
        path.close();
    }
}
