package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import org.jspecify.annotations.Nullable;

/** Fetches a manifest or an index by tag or digest. */
final class FetchManifest implements RegistryCall<Content> {
    private static final int MOST_BYTES = 4 << 20;

    private final RegistryAddress address;
    private final String reference;
    private final @Nullable Digest expected;

    private FetchManifest(RegistryAddress address, String reference, @Nullable Digest expected) {
        this.address = address;
        this.reference = reference;
        this.expected = expected;
    }

    static FetchManifest byTag(RegistryAddress address, String tag) {
        return new FetchManifest(address, tag, null);
    }

    static FetchManifest byDigest(RegistryAddress address, Digest digest) {
        return new FetchManifest(address, digest.value(), digest);
    }

    @Override
    public HttpCall call() {
        return HttpCall.get(address.resource("manifests", reference))
                .header("accept", MediaType.ACCEPTED)
                .atMost(MOST_BYTES);
    }

    @Override
    public String action() {
        return "read the manifest of " + address.registry() + "/" + address.repository()
                + (expected == null ? ":" : "@") + reference + " from " + address;
    }

    @Override
    public String adviceIfMissing() {
        return expected == null
                ? "Check the spelling of repository and tag, or push the image first."
                : "Check repository and digest. If the digest was right once, the registry has deleted the image since.";
    }

    @Override
    public Content read(HttpAnswer answer) throws UnresolvedException {
        return Content.checked(action(), expected, answer);
    }
}
