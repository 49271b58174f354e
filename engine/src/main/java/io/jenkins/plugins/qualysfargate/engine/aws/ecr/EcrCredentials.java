package io.jenkins.plugins.qualysfargate.engine.aws.ecr;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.model.EcrRegistry;
import io.jenkins.plugins.qualysfargate.engine.registry.Credential;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialLookup;
import io.jenkins.plugins.qualysfargate.engine.registry.CredentialSource;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.ecr.model.AuthorizationData;

/**
 * Logins for private registries of ECR, in any region and account that the caller may use; a login is used until shortly
 * before it expires. Knows nothing of other registries. May be used from any thread.
 */
public final class EcrCredentials implements CredentialSource {
    // ECR's last twelve hours; whoever gets one needs some time to use it.
    private static final Duration MARGIN = Duration.ofMinutes(15);

    private final Function<String, AwsClients> clients;
    private final Clock clock;
    private final Map<String, Login> logins = new HashMap<>();

    /** @param clients gives the clients of a region; asked once for each */
    public EcrCredentials(Function<String, AwsClients> clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    private record Login(Credential credential, Instant until) {}

    @Override
    public CredentialLookup find(String registry) {
        Optional<EcrRegistry> ecr = EcrRegistry.of(registry);
        return ecr.isEmpty() ? new CredentialLookup.None() : login(ecr.get().region(), registry);
    }

    // The token of one region is good for every registry there: what may be pulled is up to the policies.
    private synchronized CredentialLookup login(String region, String registry) {
        Login known = logins.get(region);
        if (known != null && clock.instant().isBefore(known.until())) {
            return new CredentialLookup.Found(known.credential());
        }
        try {
            AuthorizationData answer = new AwsCall("ecr:GetAuthorizationToken", "the registries in " + region)
                    .on(() -> clients.apply(region).ecr().getAuthorizationToken()).authorizationData().stream()
                            .findFirst()
                            .orElse(null);
            return answer == null || answer.authorizationToken() == null
                    ? broken(registry, "ECR gave no token")
                    : decoded(region, registry, answer);
        } catch (AwsException failure) {
            return new CredentialLookup.Broken(String.valueOf(failure.getMessage()), failure.howToFix());
        }
    }

    private CredentialLookup decoded(String region, String registry, AuthorizationData answer) {
        String login;
        try {
            login = new String(Base64.getDecoder().decode(answer.authorizationToken()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return broken(registry, "ECR's token is not Base64");
        }
        int colon = login.indexOf(':');
        if (colon < 1) {
            return broken(registry, "ECR's token is not user:password");
        }
        Credential credential = new Credential.UserPassword(login.substring(0, colon), login.substring(colon + 1));
        Instant now = clock.instant();
        Instant expires = answer.expiresAt() == null ? now : answer.expiresAt();
        logins.put(region, new Login(credential, expires.minus(MARGIN)));
        return new CredentialLookup.Found(credential);
    }

    private static CredentialLookup broken(String registry, String why) {
        return new CredentialLookup.Broken(
                "Could not log in to " + registry + ": " + why + ".",
                "Check which endpoint answers for ECR: a proxy or a private endpoint may stand in between.");
    }
}
