package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.Scalars;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.UnreadableValueException;
import io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.TenableLogin.Account;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import java.util.regex.Pattern;

/** Logs a user in: Tenable.sc API, POST /token. A session of somebody else is never ended for it. */
final class CreateToken implements TenableCall<CreateToken.Token> {
    private static final int MOST_BYTES = 64 << 10;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._-]{1,200}");

    private final Account account;
    private final Cookies cookies;

    CreateToken(Account account, Cookies cookies) {
        this.account = account;
        this.cookies = cookies;
    }

    /** What every further call carries; {@code value} is empty if the user has as many sessions as allowed. */
    record Token(String value, Cookies cookies) {
        @Override
        public String toString() {
            return "****";
        }
    }

    @Override
    public String action() {
        return "log in as '" + account.user() + "'";
    }

    @Override
    public HttpCall call(TenableServer server) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("username", account.user())
                .put("password", account.password())
                .toString();
        return cookies.on(HttpCall.post(server.resource("/token"), "application/json", body))
                .atMost(MOST_BYTES);
    }

    @Override
    public Token read(Envelope answer) throws UnreadableValueException {
        // Comes as text or number.
        String token = Scalars.text(answer.object(), "token");
        if (token.isEmpty() && Boolean.TRUE.equals(Scalars.flag(answer.object(), "releaseSession"))) {
            return new Token("", cookies);
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new UnreadableValueException(
                    "token", token.isEmpty() ? "nothing" : "something else", "a session token");
        }
        return new Token(token, cookies.and(answer.answer()));
    }
}
