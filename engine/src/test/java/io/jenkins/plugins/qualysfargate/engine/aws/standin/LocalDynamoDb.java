package io.jenkins.plugins.qualysfargate.engine.aws.standin;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDBLocal in memory; its own runner would listen on all addresses. */
public final class LocalDynamoDb implements AutoCloseable {
    private final Server server;

    private LocalDynamoDb(Server server) {
        this.server = server;
    }

    public static LocalDynamoDb start() {
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try {
            boolean inMemory = true;
            boolean shared = true;
            server.setHandler(new LocalDynamoDBServerHandler(
                    new LocalDynamoDBRequestHandler(0, inMemory, null, shared, false), null));
            server.start();
            return new LocalDynamoDb(server);
        } catch (Exception failure) {
            throw new IllegalStateException("DynamoDBLocal did not start", failure);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("DynamoDBLocal did not stop", failure);
        }
    }
}
