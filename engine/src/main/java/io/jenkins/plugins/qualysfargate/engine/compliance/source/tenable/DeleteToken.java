package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.util.Map;

/** Ends a session, of which a user may have only a few: Tenable.sc API, DELETE /token. */
final class DeleteToken implements TenableCall<Boolean> {
    private static final int MOST_BYTES = 64 << 10;

    @Override
    public String action() {
        return "end the session";
    }

    @Override
    public HttpCall call(TenableServer server) {
        return new HttpCall("DELETE", server.resource("/token"), Map.of(), null, server.callTimeout(), MOST_BYTES);
    }

    @Override
    public Boolean read(Envelope answer) {
        return true;
    }
}
