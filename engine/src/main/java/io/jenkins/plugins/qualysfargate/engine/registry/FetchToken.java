package io.jenkins.plugins.qualysfargate.engine.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.jenkins.plugins.qualysfargate.engine.http.ForeignText;
import io.jenkins.plugins.qualysfargate.engine.http.HttpAnswer;
import io.jenkins.plugins.qualysfargate.engine.http.HttpCall;
import io.jenkins.plugins.qualysfargate.engine.http.Redaction;
import io.jenkins.plugins.qualysfargate.engine.json.SmallJson;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks a token service for one right on one repository, and for nothing more, whatever the challenge says. */
final class FetchToken {
    private static final int MOST_BYTES = 256 << 10;
    // RFC 6750, section 2.1.
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final TokenRealm realm;
    private final String repository;
    private final RegistryRight right;
    private final @Nullable Credential credential;

    /** @param credential null to ask without a login */
    FetchToken(TokenRealm realm, String repository, RegistryRight right, @Nullable Credential credential) {
        this.realm = realm;
        this.repository = repository;
        this.right = right;
        this.credential = credential;
    }

    HttpCall call() {
        HttpCall anonymous = HttpCall.get(withQuery(parameters()));
        HttpCall call = credential == null
                ? anonymous
                : credential.fold(
                        login -> anonymous.header("authorization", RegistryLogin.basic(login)),
                        this::refresh,
                        ready -> anonymous);
        return call.atMost(MOST_BYTES);
    }

    /** The exchange of a refresh token, as the distribution project's OAuth2 page has it. */
    private HttpCall refresh(Credential.IdentityToken identity) {
        Map<String, String> form = parameters();
        form.put("grant_type", "refresh_token");
        form.put("client_id", "qualys-fargate");
        form.put("refresh_token", identity.token());
        return HttpCall.post(realm.uri(), "application/x-www-form-urlencoded", encoded(form));
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!realm.service().isEmpty()) {
            parameters.put("service", realm.service());
        }
        parameters.put("scope", "repository:" + repository + ":" + right.scope());
        return parameters;
    }

    private URI withQuery(Map<String, String> parameters) {
        String query = realm.uri().getRawQuery();
        String address = realm.uri().toString();
        return URI.create(address + (query == null ? "?" : "&") + encoded(parameters));
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** True if it can stand in an Authorization header. */
    static boolean isToken(String text) {
        return TOKEN.matcher(text).matches();
    }

    String read(String action, HttpAnswer answer, Redaction redaction) throws UnresolvedException {
        String service = ForeignText.quote(realm.uri().getAuthority());
        if (answer.status() != 200) {
            throw new UnresolvedException(
                    RegistrySession.reason(answer.status()),
                    "Could not " + action + ": the token service " + service + " answered HTTP " + answer.status()
                            + ", asked "
                            + (credential == null ? "without a login" : "with " + credential) + ".",
                    answer.status() == 429
                            ? "Wait a while: the token service limits how often it is asked. Log in for a higher limit."
                            : "Check the login for this registry ('docker login' writes it), and that it may "
                                    + right.words() + " " + repository + ".");
        }
        String token = token(answer);
        if (!isToken(token)) {
            throw new UnresolvedException(
                    redaction.apply("Could not " + action + ": the token service " + service
                            + " answered HTTP 200 without a token."),
                    "Check that no proxy or sign-on page stands before the token service.");
        }
        return token;
    }

    private static String token(HttpAnswer answer) {
        try {
            JsonNode root = SmallJson.read(answer.body().open());
            String token = SmallJson.text(root, "token");
            return token.isEmpty() ? SmallJson.text(root, "access_token") : token;
        } catch (SmallJson.NotReadable e) {
            return "";
        }
    }
}
