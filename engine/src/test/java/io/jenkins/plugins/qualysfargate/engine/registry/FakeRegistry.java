package io.jenkins.plugins.qualysfargate.engine.registry;

import static io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer.answering;

import com.sun.net.httpserver.HttpHandler;
import io.jenkins.plugins.qualysfargate.engine.http.LoopbackServer;
import io.jenkins.plugins.qualysfargate.engine.model.Digest;
import io.jenkins.plugins.qualysfargate.engine.model.ImageReference;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** A registry with one image {@code app:1} for linux/amd64 behind a token service; every operation can be made to fail. */
final class FakeRegistry implements AutoCloseable {
    static final String CONFIG = Images.config("linux/amd64");
    static final String MANIFEST = Images.manifest(Images.OCI_MANIFEST, CONFIG);
    static final String INDEX =
            Images.index(Images.OCI_INDEX, Images.entryWithoutPlatform(Images.OCI_MANIFEST, MANIFEST));

    private final LoopbackServer server = LoopbackServer.start();
    private final Map<Operation, HttpHandler> handlers = new EnumMap<>(Operation.class);

    FakeRegistry() throws IOException {
        handlers.put(Operation.TOKEN, answering(200, Map.of(), "{\"token\": \"t0k3n\"}"));
        handlers.put(Operation.TAG, guarded(answering(200, Map.of("content-type", Images.OCI_INDEX), INDEX)));
        handlers.put(Operation.DIGEST, answering(200, Map.of("content-type", Images.OCI_MANIFEST), MANIFEST));
        handlers.put(Operation.CONFIG, answering(200, Map.of(), CONFIG));
        route("/token", Operation.TOKEN);
        route("/v2/app/manifests/1", Operation.TAG);
        route("/v2/app/manifests/" + Images.digest(MANIFEST), Operation.DIGEST);
        route("/v2/app/blobs/" + Images.digest(CONFIG), Operation.CONFIG);
    }

    private void route(String path, Operation operation) {
        server.on(path, exchange -> behaviour(operation).handle(exchange));
    }

    private HttpHandler guarded(HttpHandler inner) {
        return exchange -> {
            if ("Bearer t0k3n".equals(exchange.getRequestHeaders().getFirst("authorization"))) {
                inner.handle(exchange);
            } else {
                String challenge = "Bearer realm=\"" + server.uri("/token") + "\",service=\"fake\"";
                LoopbackServer.reply(exchange, 401, Map.of("www-authenticate", challenge), "");
            }
        };
    }

    /** Puts another behaviour in place of the sound one. */
    FakeRegistry on(Operation operation, HttpHandler handler) {
        handlers.put(operation, handler);
        return this;
    }

    /** What an operation does now. */
    HttpHandler behaviour(Operation operation) {
        return Objects.requireNonNull(handlers.get(operation));
    }

    LoopbackServer server() {
        return server;
    }

    ImageReference image() {
        return ImageReference.parse(server.authority() + "/app:1");
    }

    Digest topDigest() {
        return Images.digest(INDEX);
    }

    @Override
    public void close() {
        server.close();
    }

    /** What a resolution of {@code app:1} asks, in this order, after the challenge. */
    enum Operation {
        TOKEN,
        TAG,
        DIGEST,
        CONFIG
    }
}
