package io.jenkins.plugins.qualysfargate.engine.aws.standin;

import java.net.URI;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.junit.S3ProxyExtension;

/** S3Proxy in memory, with real signatures. */
public final class LocalS3 implements AutoCloseable {
    private final S3ProxyExtension server;

    private LocalS3(S3ProxyExtension server) {
        this.server = server;
    }

    public static LocalS3 start() {
        S3ProxyExtension server = S3ProxyExtension.builder()
                .withCredentials(
                        AuthenticationType.AWS_V4, StandIns.KEYS.accessKeyId(), StandIns.KEYS.secretAccessKey())
                .withBlobStoreProvider("transient-nio2")
                .ignoreUnknownHeaders()
                .build();
        try {
            server.beforeEach(null);
            return new LocalS3(server);
        } catch (Exception failure) {
            throw new IllegalStateException("S3Proxy did not start", failure);
        }
    }

    public URI endpoint() {
        return server.getUri();
    }

    @Override
    public void close() {
        server.afterEach(null);
    }
}
