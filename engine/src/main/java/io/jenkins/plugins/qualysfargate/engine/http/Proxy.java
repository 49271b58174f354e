package io.jenkins.plugins.qualysfargate.engine.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * One proxy that speaks plain HTTP to its clients.
 *
 * @param user empty if it wants no credentials
 * @param password never shown
 */
public record Proxy(String host, int port, String user, String password) {

    /**
     * Reads {@code [http://][user:password@]host[:port]}; the port is 8080 where none is named.
     *
     * @param source what the text came from, for messages
     * @throws HttpConfigurationException naming the source, without the credentials
     */
    public static Proxy parse(String source, String text) {
        URI uri;
        try {
            uri = new URI(text.contains("://") ? text : "http://" + text);
        } catch (URISyntaxException e) {
            // The exception quotes the whole text, credentials included, so it is not passed on.
            throw new HttpConfigurationException(source + " is no proxy address: http://[user:password@]host:port is"
                    + " expected, with special characters of user and password percent-encoded");
        }
        if (!"http".equals(uri.getScheme()) || uri.getHost() == null) {
            throw new HttpConfigurationException(source + " is '" + Redaction.address(uri)
                    + "', which is no proxy that can be used: http://[user:password@]host:port is expected");
        }
        String info = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = info.indexOf(':');
        String user = decode(source, colon < 0 ? info : info.substring(0, colon));
        String password = colon < 0 ? "" : decode(source, info.substring(colon + 1));
        return new Proxy(uri.getHost(), uri.getPort() < 0 ? 8080 : uri.getPort(), user, password);
    }

    private static String decode(String source, String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new HttpConfigurationException(
                    source + " has credentials that are not percent-encoded correctly: write % as %25");
        }
    }

    @Override
    public String toString() {
        return "http://" + host + ":" + port;
    }
}
