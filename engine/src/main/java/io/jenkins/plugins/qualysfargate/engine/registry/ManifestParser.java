package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import java.util.ArrayList;
import java.util.List;

/** Reads a manifest or an index; what could be read in two ways is refused. */
final class ManifestParser {
    private static final int MOST_ENTRIES = 500;
    // Written by BuildKit beside the platform unknown/unknown.
    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";
    private static final String ATTESTATION = "attestation-manifest";

    private final String action;

    /** @param action what is attempted, for messages: completes "Could not …" */
    ManifestParser(String action) {
        this.action = action;
    }

    Manifest parse(Content content) throws UnresolvedException {
        JsonNode root;
        try {
            root = SmallJson.read(content.body().open());
        } catch (SmallJson.NotReadable e) {
            throw new UnresolvedException(
                    "Could not " + action + ": what came is no manifest, " + e.getMessage() + ".",
                    "Check that the name before the first slash of the image is a container registry, and that no proxy"
                            + " or sign-on page answers in its place.");
        }
        String type = mediaType(content, root);
        boolean index = MediaType.INDEXES.contains(type);
        // A document with both shapes is two images to two readers: CVE-2021-41190.
        if (index ? root.has("config") || root.has("layers") : root.has("manifests")) {
            throw malformed("it is an index and an image at once");
        }
        return index ? index(root) : single(root);
    }

    private String mediaType(Content content, JsonNode root) throws UnresolvedException {
        String own = SmallJson.text(root, "mediaType");
        String header = content.mediaType();
        if (MediaType.known(own) && MediaType.known(header) && !own.equals(header)) {
            throw malformed("it was sent as " + header + " and calls itself " + own);
        }
        if (!own.isEmpty() && !MediaType.known(own)) {
            throw unsupported(own);
        }
        String type = own.isEmpty() ? header : own;
        if (!MediaType.known(type)) {
            throw unsupported(type.isEmpty() ? "no type at all" : type);
        }
        return type;
    }

    private Manifest single(JsonNode root) throws UnresolvedException {
        if (!root.path("layers").isArray()) {
            throw malformed("it has no list of layers");
        }
        JsonNode config = root.path("config");
        String type = SmallJson.text(config, "mediaType");
        if (!MediaType.CONFIGS.contains(type)) {
            throw new UnresolvedException(
                    Resolution.Reason.NO_IMAGE,
                    "Could not " + action + ": it is an artifact with the configuration type '"
                            + ForeignText.quote(type) + "' and not a container image.",
                    "Name a container image; charts, signatures and other artifacts cannot be scanned as one.");
        }
        return new Manifest.Single(digest(config));
    }

    private Manifest index(JsonNode root) throws UnresolvedException {
        JsonNode manifests = root.path("manifests");
        if (!manifests.isArray() || manifests.size() > MOST_ENTRIES) {
            throw malformed("it has no list of at most " + MOST_ENTRIES + " manifests");
        }
        List<Manifest.Entry> entries = new ArrayList<>();
        for (JsonNode each : manifests) {
            entries.add(entry(each));
        }
        return new Manifest.Index(entries);
    }

    private Manifest.Entry entry(JsonNode node) throws UnresolvedException {
        JsonNode declared = node.path("platform");
        Platform platform = declared.isObject() ? FetchConfig.platform(declared) : null;
        if (declared.isObject() && platform == null) {
            throw malformed("it declares a platform that is none");
        }
        boolean unknown = platform != null
                && platform.os().equals("unknown")
                && platform.architecture().equals("unknown");
        boolean marked =
                SmallJson.text(node.path("annotations"), REFERENCE_TYPE).equals(ATTESTATION);
        return new Manifest.Entry(
                SmallJson.text(node, "mediaType"), digest(node), unknown ? null : platform, unknown && marked);
    }

    private Digest digest(JsonNode descriptor) throws UnresolvedException {
        try {
            return new Digest(SmallJson.text(descriptor, "digest"));
        } catch (IllegalArgumentException e) {
            throw malformed("it names a digest that is no SHA-256 digest");
        }
    }

    private UnresolvedException malformed(String reason) {
        return new UnresolvedException(
                "Could not " + action + ": the manifest is not sound, " + reason + ".",
                "Build and push the image again with a current tool; if it stays so, ask the registry's operator.");
    }

    private UnresolvedException unsupported(String type) {
        return new UnresolvedException(
                "Could not " + action + ": what came has the type '" + ForeignText.quote(type)
                        + "', which is no image manifest that can be read.",
                "Push the image again with a current tool: Docker schema 2 and OCI are read, Docker schema 1 and other"
                        + " artifacts are not.");
    }
}
