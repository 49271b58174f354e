package io.jenkins.plugins.qualysfargate.engine.http;

import java.time.Clock;

/** Sends one call and gives its answer, whatever its status; it ends within the time and the size that the call allows. */
@FunctionalInterface
public interface Transport {

    /**
     * Sends a call and waits for the whole answer.
     *
     * @throws TransportException if there is no whole answer; never because of a status
     */
    HttpAnswer send(HttpCall call) throws TransportException;

    /**
     * The transport for real networks: proxy and certificates as set, redirects followed safely, failures repeated within
     * bounds.
     *
     * @param clock tells how far away a {@code Retry-After} date is
     * @throws HttpConfigurationException if the certificate file cannot be used
     */
    static Transport create(HttpSettings settings, Clock clock) {
        return new RedirectingTransport(withoutRedirects(settings, clock));
    }

    /**
     * The same, but a redirect is the answer: for a service that has no reason to send its callers elsewhere, so that
     * nobody else can answer in its place.
     *
     * @param clock tells how far away a {@code Retry-After} date is
     * @throws HttpConfigurationException if the certificate file cannot be used
     */
    static Transport withoutRedirects(HttpSettings settings, Clock clock) {
        return new RetryingTransport(JdkTransport.of(settings), settings.retry(), clock);
    }
}
