package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/**
 * Writes a manifest or an index.
 *
 * @param reference a tag, or the digest of the content
 */
record PutManifest(RegistryAddress address, String reference, String mediaType, String content)
        implements RegistryCall<Boolean> {
    @Override
    public HttpCall call() {
        return HttpCall.put(address.resource("manifests", reference), mediaType, content);
    }

    @Override
    public String action() {
        return "write the manifest " + reference + " to " + address.registry() + "/" + address.repository() + " at "
                + address;
    }

    @Override
    public String adviceIfMissing() {
        return "Check the spelling of the repository, and that it exists.";
    }

    @Override
    public int success() {
        return 201;
    }

    /** True if the registry lists it for its subject: OCI distribution 1.1, pushing manifests with subject. */
    @Override
    public Boolean read(HttpAnswer answer) {
        return answer.header("oci-subject").isPresent();
    }
}
