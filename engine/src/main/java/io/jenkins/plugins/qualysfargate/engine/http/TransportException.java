package io.jenkins.plugins.qualysfargate.engine.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A call that got no whole answer: says which call, why, and what to do; holds no secret. */
public final class TransportException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String howToFix;

    public TransportException(Kind kind, String message, String howToFix, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.howToFix = howToFix;
    }

    /** Why there is no answer. */
    public Kind kind() {
        return kind;
    }

    /** What a person should do next. */
    public String howToFix() {
        return howToFix;
    }

    /** The reasons why a call gets no answer. */
    public enum Kind {
        /** The whole answer did not come in time. */
        TIMED_OUT,
        /** No connection, or it broke before the first byte of the answer. */
        UNREACHABLE,
        /** The certificate of the other side is not trusted, or TLS failed otherwise. */
        UNTRUSTED,
        /** The answer is larger than the call allows. */
        TOO_LARGE,
        /** The answer began and did not end as it should. */
        CUT_OFF,
        /** The redirect leads where calls must not go, or there are too many. */
        REDIRECT_REFUSED,
        /** The proxy wants other credentials. */
        PROXY_REFUSED,
        /** The calling thread was interrupted; its interrupt flag is set again. */
        CANCELLED
    }
}
