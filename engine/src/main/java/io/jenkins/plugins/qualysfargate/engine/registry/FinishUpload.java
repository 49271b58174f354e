package io.jenkins.plugins.qualysfargate.engine.registry;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.net.URI;

/** Sends a blob to where it may be sent to. */
record FinishUpload(RegistryAddress address, URI place, String content) implements RegistryCall<Descriptor> {
    private static final String MEDIA_TYPE = "application/octet-stream";

    @Override
    public HttpCall call() {
        String start = place.toString();
        URI whole = URI.create(start
                + (place.getRawQuery() == null ? "?" : "&")
                + "digest="
                + Descriptor.of(MEDIA_TYPE, content).digest().value().replace(":", "%3A"));
        return HttpCall.put(whole, MEDIA_TYPE, content);
    }

    @Override
    public String action() {
        return new StartUpload(address).action();
    }

    @Override
    public String adviceIfMissing() {
        return "Try again: the registry has forgotten the upload that it had just begun.";
    }

    @Override
    public int success() {
        return 201;
    }

    @Override
    public Descriptor read(HttpAnswer answer) {
        return Descriptor.of(MEDIA_TYPE, content);
    }
}
