package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * How one document in a registry names another one (OCI image specification 1.1, descriptor.md).
 *
 * @param size in bytes
 */
record Descriptor(String mediaType, Digest digest, long size) {

    static Descriptor of(String mediaType, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            String hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new Descriptor(mediaType, new Digest("sha256:" + hash), bytes.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", mediaType)
                .put("digest", digest.value())
                .put("size", size);
    }
}
