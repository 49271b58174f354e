package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/** Asks where a blob may be sent to (OCI distribution 1.1, pushing a blob monolithically). */
record StartUpload(RegistryAddress address) implements RegistryCall<URI> {
    @Override
    public HttpCall call() {
        return HttpCall.post(address.resource("blobs", "uploads/"), "application/octet-stream", "");
    }

    @Override
    public String action() {
        return "write to " + address.registry() + "/" + address.repository() + " at " + address;
    }

    @Override
    public String adviceIfMissing() {
        return "Check the spelling of the repository, and that it exists.";
    }

    @Override
    public int success() {
        return 202;
    }

    @Override
    public URI read(HttpAnswer answer) throws UnresolvedException {
        URI base = address.base();
        try {
            URI place = base.resolve(new URI(answer.header("location").orElse("")));
            // The login goes with the next call, and it is for this registry alone.
            if (Objects.equals(place.getAuthority(), base.getAuthority())
                    && Objects.equals(place.getScheme(), base.getScheme())) {
                return place;
            }
        } catch (URISyntaxException unreadable) {
            throw elsewhere();
        }
        throw elsewhere();
    }

    private UnresolvedException elsewhere() {
        return new UnresolvedException(
                "Could not " + action() + ": the registry sends the upload to another place than itself.",
                "Check the registry's own address in its configuration, and what stands between it and this machine.");
    }
}
