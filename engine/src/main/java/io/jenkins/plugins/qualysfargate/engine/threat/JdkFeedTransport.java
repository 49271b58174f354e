package io.jenkins.plugins.qualysfargate.engine.threat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Fetches feeds with the JDK's client, over whatever proxy it was built with. */
public final class JdkFeedTransport implements FeedTransport {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient client;

    public JdkFeedTransport(HttpClient client) {
        this.client = client;
    }

    @Override
    public InputStream open(URI address) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
        try {
            HttpResponse<InputStream> answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw new IOException("the server answered " + answer.statusCode() + " and not 200");
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException("it was cancelled");
            interrupted.initCause(e);
            throw interrupted;
        }
    }
}
