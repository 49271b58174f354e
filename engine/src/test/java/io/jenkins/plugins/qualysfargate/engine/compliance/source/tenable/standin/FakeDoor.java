package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Lets in who has the key or a session; locks the account after too many refusals, and gives out only a few sessions. */
final class FakeDoor {
    private static final String COOKIE = "TNS_SESSIONID=";
    private static final Duration SESSION = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private int number;
    int lockAfter = 3;
    int mostSessions = 5;
    int refused;
    boolean locked;

    FakeDoor(Clock clock) {
        this.clock = clock;
    }

    private record Session(String cookie, Instant ends) {}

    Reply system() {
        return Reply.cookie(
                JsonNodeFactory.instance.objectNode().put("version", "5.8.0").put("sessionTimeout", "3600"),
                COOKIE + "before" + ++number);
    }

    Reply login(HttpExchange exchange) throws IOException {
        JsonNode body = JsonMapper.builder().build().readTree(exchange.getRequestBody());
        boolean right = FakeTenable.USER.equals(body.path("username").asText())
                && FakeTenable.PASSWORD.equals(body.path("password").asText());
        if (!cookie(exchange).startsWith("before")) {
            return Reply.error(403, 11, "No session was begun.");
        }
        if (locked || !right) {
            refuse();
            return Reply.error(403, 1, locked ? "The account is locked." : "Invalid login credentials.");
        }
        sessions.values().removeIf(each -> !clock.instant().isBefore(each.ends()));
        if (sessions.size() >= mostSessions) {
            return Reply.of(JsonNodeFactory.instance.objectNode().put("releaseSession", true));
        }
        String token = String.valueOf(2_068_473_000L + ++number);
        String cookie = "after" + number;
        sessions.put(token, new Session(cookie, clock.instant().plus(SESSION)));
        return Reply.cookie(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("token", Long.parseLong(token))
                        .put("failedLogins", "0"),
                COOKIE + cookie);
    }

    Reply logout(HttpExchange exchange) {
        sessions.remove(token(exchange));
        return Reply.empty();
    }

    /** Empty for who may enter. */
    Optional<Reply> check(HttpExchange exchange) {
        String key = exchange.getRequestHeaders().getFirst("X-APIKey");
        if (key != null) {
            if (key.equals("accessKey=" + FakeTenable.ACCESS_KEY + "; secretKey=" + FakeTenable.SECRET_KEY)
                    && !locked) {
                return Optional.empty();
            }
            refuse();
            return Optional.of(invalid());
        }
        Session session = sessions.get(token(exchange));
        boolean open = session != null
                && session.cookie().equals(cookie(exchange))
                && clock.instant().isBefore(session.ends());
        return open ? Optional.empty() : Optional.of(invalid());
    }

    void endSessions() {
        sessions.clear();
    }

    int openSessions() {
        return sessions.size();
    }

    private void refuse() {
        locked |= ++refused >= lockAfter;
    }

    private static Reply invalid() {
        return Reply.error(403, 12, "This request contains an invalid token.");
    }

    private static String token(HttpExchange exchange) {
        return String.valueOf(exchange.getRequestHeaders().getFirst("X-SecurityCenter"));
    }

    private static String cookie(HttpExchange exchange) {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"));
        return header.startsWith(COOKIE) ? header.substring(COOKIE.length()) : "";
    }
}
