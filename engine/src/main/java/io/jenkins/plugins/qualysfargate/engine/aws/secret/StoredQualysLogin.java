package io.jenkins.plugins.qualysfargate.engine.aws.secret;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsCall;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import io.jenkins.plugins.qualysfargate.engine.aws.AwsException;
import io.jenkins.plugins.qualysfargate.engine.qscanner.Credential;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenSource;
import io.jenkins.plugins.qualysfargate.engine.qscanner.TokenUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The login for Qualys as Secrets Manager keeps it. It is read once and used for some minutes; a token that a scan failed
 * with is read anew, so a rotation takes effect at once where it matters. May be used from any thread.
 */
public final class StoredQualysLogin implements TokenSource {
    /** For how long a secret is used before it is read again. */
    public static final Duration DEFAULT_MAX_AGE = Duration.ofMinutes(5);

    private final AwsClients aws;
    private final String secretId;
    private final Duration maxAge;
    private final Clock clock;
    private @Nullable QualysSecret known;
    private Instant readAt = Instant.MIN;

    /** @param secretId name or ARN */
    public StoredQualysLogin(AwsClients aws, String secretId, Duration maxAge, Clock clock) {
        this.aws = aws;
        this.secretId = secretId;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    @Override
    public Credential token() throws TokenUnavailableException {
        return secret().accessToken();
    }

    @Override
    public synchronized void discard() {
        readAt = Instant.MIN;
    }

    /**
     * The secret as it is now, or as it was some minutes ago.
     *
     * @throws TokenUnavailableException naming the secret and what to do
     */
    public synchronized QualysSecret secret() throws TokenUnavailableException {
        Instant now = clock.instant();
        if (known != null && !now.isBefore(readAt) && now.isBefore(until())) {
            return known;
        }
        QualysSecret fresh = read();
        known = fresh;
        readAt = now;
        return fresh;
    }

    private Instant until() {
        return readAt.equals(Instant.MIN) ? readAt : readAt.plus(maxAge);
    }

    private QualysSecret read() throws TokenUnavailableException {
        try {
            String text = new AwsCall("secretsmanager:GetSecretValue", "secret " + secretId).on(() -> aws.secrets()
                    .getSecretValue(request -> request.secretId(secretId))
                    .secretString());
            return QualysSecret.parse(text == null ? "" : text);
        } catch (AwsException failure) {
            QualysSecret last = known;
            if (last != null && failure.problem().passing()) {
                // The token that worked a while ago is better than none; Qualys says so if it is not.
                return last;
            }
            throw new TokenUnavailableException(String.valueOf(failure.getMessage()), failure.howToFix(), failure);
        } catch (IllegalArgumentException unusable) {
            throw new TokenUnavailableException(
                    "The secret " + secretId + " is not what it should be: " + unusable.getMessage() + ".",
                    "Correct the secret; what stands in it is not shown here.",
                    unusable);
        }
    }
}
