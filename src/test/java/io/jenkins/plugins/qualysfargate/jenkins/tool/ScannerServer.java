package io.jenkins.plugins.qualysfargate.jenkins.tool;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mirror on 127.0.0.1 that has one scanner under every name. */
final class ScannerServer implements AutoCloseable {
    static final byte[] SCANNER = "#!/bin/sh\necho 4.8.0-2\n".getBytes(StandardCharsets.UTF_8);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final List<String> asked = new CopyOnWriteArrayList<>();

    ScannerServer() throws IOException {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(200, SCANNER.length);
            exchange.getResponseBody().write(SCANNER);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/qscanner/";
    }

    /** The paths that were asked for. */
    List<String> asked() {
        return asked;
    }

    static String checksum() throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(SCANNER));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
