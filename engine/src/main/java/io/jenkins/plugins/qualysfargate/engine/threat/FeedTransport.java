package io.jenkins.plugins.qualysfargate.engine.threat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Fetches a feed from an address. */
@FunctionalInterface
public interface FeedTransport {

    /**
     * The body of a successful answer; the caller closes it.
     *
     * @throws IOException if there is no answer, or one that is no success, with what was answered
     */
    InputStream open(URI address) throws IOException;
}
