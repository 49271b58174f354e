package io.jenkins.plugins.qualysfargate.engine.http;

import io.jenkins.plugins.qualysfargate.engine.http.TransportException.Kind;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what the JDK throws into what a person can act on. */
final class TransportFailure {
    private TransportFailure() {}

    static TransportException timedOut(HttpCall call, Throwable cause) {
        return new TransportException(
                Kind.TIMED_OUT,
                "Could not send " + call + ": no whole answer came within " + call.timeout() + ".",
                "Try again; if it goes on, check that " + call.uri().getHost() + " is up and that no firewall drops the"
                        + " connection.",
                cause);
    }

    static TransportException cancelled(HttpCall call, Throwable cause) {
        return new TransportException(
                Kind.CANCELLED, "Did not finish " + call + ": it was cancelled.", "Start it again.", cause);
    }

    /** @param begun true if the head of the answer had already come */
    static TransportException of(HttpCall call, Throwable failure, boolean begun) {
        String host = call.uri().getHost();
        BoundedBody.TooLarge tooLarge = find(BoundedBody.TooLarge.class, failure);
        if (tooLarge != null) {
            return failed(
                    call,
                    Kind.TOO_LARGE,
                    tooLarge,
                    "Check that the address is the right one: no sound answer is so large.");
        }
        if (find(HttpTimeoutException.class, failure) != null) {
            return timedOut(call, failure);
        }
        if (find(UnresolvedAddressException.class, failure) != null) {
            return failed(
                    call,
                    Kind.UNREACHABLE,
                    "no address is known for the host " + host,
                    "Check the spelling of the"
                            + " host, the DNS of this machine, and whether a proxy is needed (HTTPS_PROXY).",
                    failure);
        }
        SSLException tls = find(SSLException.class, failure);
        if (tls != null) {
            return failed(
                    call,
                    Kind.UNTRUSTED,
                    tls,
                    "If " + host + " or a proxy on the way uses a private certificate"
                            + " authority, give its certificate as the extra CA file.");
        }
        return begun ? cutOff(call, failure) : unreachable(call, failure);
    }

    private static TransportException cutOff(HttpCall call, Throwable failure) {
        return failed(call, Kind.CUT_OFF, failure, "Try again; if it goes on, look for a proxy that cuts answers.");
    }

    private static TransportException unreachable(HttpCall call, Throwable failure) {
        return failed(
                call,
                Kind.UNREACHABLE,
                failure,
                "Check that " + call.uri().getHost() + " is up and reachable from this machine,"
                        + " and whether a proxy is needed (HTTPS_PROXY) or in the way (NO_PROXY).");
    }

    private static TransportException failed(HttpCall call, Kind kind, Throwable cause, String howToFix) {
        return failed(call, kind, reason(cause), howToFix, cause);
    }

    private static TransportException failed(
            HttpCall call, Kind kind, String reason, String howToFix, Throwable cause) {
        String message = Redaction.BY_LOOKS.apply("Could not send " + call + ": " + reason + ".");
        return new TransportException(kind, message, howToFix, cause);
    }

    /** The first message along the causes; the JDK often leaves the outer ones empty. */
    private static String reason(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 8; depth++) {
            if (each.getMessage() != null && !each.getMessage().isBlank()) {
                return each.getMessage();
            }
            each = each.getCause();
        }
        return failure.getClass().getSimpleName();
    }

    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < 8; depth++) {
            if (type.isInstance(each)) {
                return type.cast(each);
            }
            each = each.getCause();
        }
        return null;
    }
}
