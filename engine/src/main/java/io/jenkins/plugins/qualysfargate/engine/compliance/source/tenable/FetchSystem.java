package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;

/** Gets the first cookie of a session: Tenable.sc API, GET /system. */
final class FetchSystem implements TenableCall<Cookies> {
    private static final int MOST_BYTES = 1 << 20;

    @Override
    public String action() {
        return "begin a session";
    }

    @Override
    public HttpCall call(TenableServer server) {
        return HttpCall.get(server.resource("/system")).atMost(MOST_BYTES);
    }

    @Override
    public Cookies read(Envelope answer) throws UnreadableValueException {
        // Whatever is no object does not come from a Tenable.sc, and must not get the password next.
        answer.object();
        return Cookies.NONE.and(answer.answer());
    }
}
