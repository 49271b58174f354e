package io.jenkins.plugins.qualysfargate.engine.threat;

import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;

/** Fetches feeds as everything else is fetched: over the same proxy, with the same certificates, retries and bounds. */
public final class HttpFeedTransport implements FeedTransport {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** The largest feed, EPSS unpacked, has about 10 MiB. */
    private static final int LARGEST = 64 << 20;

    private final Transport transport;

    public HttpFeedTransport(Transport transport) {
        this.transport = transport;
    }

    @Override
    public InputStream open(URI address) throws IOException {
        HttpAnswer answer = transport.send(HttpCall.get(address).within(TIMEOUT).atMost(LARGEST));
        if (answer.status() != 200) {
            throw new IOException("the server answered " + answer.status() + " and not 200");
        }
        return answer.body().open();
    }
}
