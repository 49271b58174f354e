package io.jenkins.plugins.qualysfargate.jenkins.scan;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A registry on loopback that gives out manifests and configurations, all that naming a digest takes. */
final class TinyRegistry implements AutoCloseable {
    private static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    private static final String CONFIG = "application/vnd.oci.image.config.v1+json";

    private final HttpServer server;
    private final Map<String, byte[]> manifests = new ConcurrentHashMap<>();
    private final Map<String, byte[]> blobs = new ConcurrentHashMap<>();

    private TinyRegistry(HttpServer server) {
        this.server = server;
    }

    static TinyRegistry start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        TinyRegistry registry = new TinyRegistry(server);
        server.createContext("/", registry::answer);
        server.start();
        return registry;
    }

    /** Pushes an image for linux/amd64 that nothing else equals, and gives its whole name. */
    String push(String repositoryAndTag) {
        String config = """
                {"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]},"author":"%s"}""".formatted(repositoryAndTag);
        byte[] configBytes = config.getBytes(StandardCharsets.UTF_8);
        blobs.put(digest(configBytes), configBytes);
        String manifest = """
                {"schemaVersion":2,"mediaType":"%s","config":{"mediaType":"%s","digest":"%s","size":%d},"layers":[]}""".formatted(MANIFEST, CONFIG, digest(configBytes), configBytes.length);
        byte[] manifestBytes = manifest.getBytes(StandardCharsets.UTF_8);
        int colon = repositoryAndTag.lastIndexOf(':');
        String repository = repositoryAndTag.substring(0, colon);
        manifests.put(repository + "/" + repositoryAndTag.substring(colon + 1), manifestBytes);
        manifests.put(repository + "/" + digest(manifestBytes), manifestBytes);
        return authority() + "/" + repositoryAndTag;
    }

    /** {@code sha256:…} of an image that was pushed. */
    String digestOf(String repositoryAndTag) {
        int colon = repositoryAndTag.lastIndexOf(':');
        return digest(
                manifests.get(repositoryAndTag.substring(0, colon) + "/" + repositoryAndTag.substring(colon + 1)));
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = path.contains("/manifests/")
                    ? manifests.get(path.substring("/v2/".length()).replace("/manifests/", "/"))
                    : path.contains("/blobs/") ? blobs.get(path.substring(path.lastIndexOf('/') + 1)) : new byte[0];
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders()
                    .set("Content-Type", path.contains("/manifests/") ? MANIFEST : "application/octet-stream");
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head || body.length == 0 ? -1 : body.length);
            if (!head && body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
