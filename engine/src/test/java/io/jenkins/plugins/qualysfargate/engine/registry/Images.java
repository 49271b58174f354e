package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;

/** Documents of images for tests. */
final class Images {
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String DOCKER_LIST = "application/vnd.docker.distribution.manifest.list.v2+json";
    static final String DOCKER_MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    private Images() {}

    static Digest digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Digest("sha256:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param platform {@code os/architecture[/variant]} */
    static String config(String platform) {
        return "{" + platformFields(platform) + ", \"rootfs\": {\"type\": \"layers\", \"diff_ids\": []}}";
    }

    private static String platformFields(String platform) {
        String[] parts = platform.split("/", -1);
        return "\"os\": \"%s\", \"architecture\": \"%s\"".formatted(parts[0], parts[1])
                + (parts.length > 2 ? ", \"variant\": \"%s\"".formatted(parts[2]) : "");
    }

    static String manifest(String type, String config) {
        String configType = type.equals(DOCKER_MANIFEST)
                ? "application/vnd.docker.container.image.v1+json"
                : "application/vnd.oci.image.config.v1+json";
        return """
                {"schemaVersion": 2, "mediaType": "%s", "layers": [],
                 "config": {"mediaType": "%s", "size": %d, "digest": "%s"}}
                """.formatted(type, configType, config.length(), digest(config));
    }

    /** @param entries from {@link #entry} and its kin */
    static String index(String type, String... entries) {
        return "{\"schemaVersion\": 2, \"mediaType\": \"%s\", \"manifests\": [%s]}"
                .formatted(type, Arrays.stream(entries).collect(Collectors.joining(", ")));
    }

    static String entry(String type, String document, String platform) {
        return "{\"mediaType\": \"%s\", \"size\": %d, \"digest\": \"%s\", \"platform\": {%s}}"
                .formatted(type, document.length(), digest(document), platformFields(platform));
    }

    static String entryWithoutPlatform(String type, String document) {
        return "{\"mediaType\": \"%s\", \"size\": %d, \"digest\": \"%s\"}"
                .formatted(type, document.length(), digest(document));
    }

    static String attestation(String document, String platform) {
        return """
                {"mediaType": "%s", "size": %d, "digest": "%s", "platform": {%s},
                 "annotations": {"vnd.docker.reference.type": "attestation-manifest"}}
                """.formatted(OCI_MANIFEST, document.length(), digest(document), platformFields(platform));
    }
}
