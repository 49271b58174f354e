package io.jenkins.plugins.qualysfargate.engine.http;

import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Follows redirects of calls that only read, and never to a less safe place: not from HTTPS to HTTP, not over HTTP to
 * another host, and with no credential to another origin.
 */
final class RedirectingTransport implements Transport {
    private static final int MOST_REDIRECTS = 5;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /** Everything else may be a credential, so another origin does not get it. */
    private static final Set<String> HARMLESS_HEADERS = Set.of("accept", "accept-language", "range");

    private final Transport inner;

    RedirectingTransport(Transport inner) {
        this.inner = inner;
    }

    @Override
    public HttpAnswer send(HttpCall call) throws TransportException {
        HttpCall next = call;
        for (int followed = 0; followed <= MOST_REDIRECTS; followed++) {
            HttpAnswer answer = inner.send(next);
            if (!REDIRECTS.contains(answer.status()) || !call.repeatable()) {
                return answer;
            }
            next = follow(next, answer);
        }
        throw refused(call, "it was redirected more than " + MOST_REDIRECTS + " times");
    }

    private static HttpCall follow(HttpCall call, HttpAnswer answer) throws TransportException {
        URI target = target(call, answer);
        if (!safe(call.uri(), target)) {
            throw refused(
                    call,
                    "it was redirected to " + Redaction.address(target)
                            + ", which is not protected by TLS, and what comes from there cannot be trusted");
        }
        boolean sameOrigin = origin(call.uri()).equals(origin(target));
        return sameOrigin ? call.to(target) : withHarmlessHeaders(call).to(target);
    }

    private static URI target(HttpCall call, HttpAnswer answer) throws TransportException {
        String location = answer.header("location").orElse("");
        try {
            URI target = call.uri().resolve(location);
            if (!location.isEmpty()
                    && target.getHost() != null
                    && target.getUserInfo() == null
                    && Set.of("http", "https").contains(target.getScheme())) {
                return target;
            }
        } catch (IllegalArgumentException e) {
            throw refused(call, "it was redirected to an address that is none");
        }
        throw refused(call, "it was redirected without an address that can be called");
    }

    private static boolean safe(URI from, URI to) {
        if ("https".equals(to.getScheme())) {
            return true;
        }
        boolean sameHost = from.getHost().equalsIgnoreCase(to.getHost());
        boolean bothHere = Loopback.isHost(from.getHost()) && Loopback.isHost(to.getHost());
        return "http".equals(from.getScheme()) && (sameHost || bothHere);
    }

    private static HttpCall withHarmlessHeaders(HttpCall call) {
        Map<String, String> kept = call.headers().entrySet().stream()
                .filter(each -> HARMLESS_HEADERS.contains(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new HttpCall(call.method(), call.uri(), kept, call.body(), call.timeout(), call.maxBodyBytes());
    }

    private static String origin(URI uri) {
        int usual = "https".equals(uri.getScheme()) ? 443 : 80;
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ":" + port;
    }

    private static TransportException refused(HttpCall call, String reason) {
        return new TransportException(
                Kind.REDIRECT_REFUSED,
                "Could not send " + call + ": " + reason + ".",
                "Use the final HTTPS address of the service, or ask its operator why it redirects there.",
                null);
    }
}
