package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.Platform;
import org.jspecify.annotations.Nullable;

/** Fetches the configuration of an image and reads the platform out of it. */
final class FetchConfig implements RegistryCall<Platform> {
    // Build caches may stand in it, so it is allowed more than a manifest.
    private static final int MOST_BYTES = 8 << 20;

    private final RegistryAddress address;
    private final Digest digest;

    FetchConfig(RegistryAddress address, Digest digest) {
        this.address = address;
        this.digest = digest;
    }

    @Override
    public HttpCall call() {
        return HttpCall.get(address.resource("blobs", digest.value())).atMost(MOST_BYTES);
    }

    @Override
    public String action() {
        return "read the configuration " + digest + " of " + address.registry() + "/" + address.repository() + " from "
                + address;
    }

    @Override
    public String adviceIfMissing() {
        return "The manifest exists and its configuration does not: push the image again.";
    }

    @Override
    public Platform read(HttpAnswer answer) throws UnresolvedException {
        // A blob store behind a redirect sends no Docker-Content-Digest, and need not: the digest was asked for.
        Content content = Content.checked(action(), digest, answer);
        try {
            Platform platform = platform(SmallJson.read(content.body().open()));
            if (platform != null) {
                return platform;
            }
        } catch (SmallJson.NotReadable e) {
            throw unreadable(e.getMessage());
        }
        throw unreadable("it does not say for which os and architecture the image is");
    }

    /** The platform that a document declares; null if it declares none that is well-formed. */
    static @Nullable Platform platform(JsonNode node) {
        String variant = SmallJson.text(node, "variant");
        try {
            return new Platform(
                    SmallJson.text(node, "os"),
                    SmallJson.text(node, "architecture"),
                    variant.isEmpty() ? null : variant);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private UnresolvedException unreadable(@Nullable String reason) {
        return new UnresolvedException(
                "Could not " + action() + ": " + reason + ".",
                "Build and push the image again with a current tool, for one named platform.");
    }
}
