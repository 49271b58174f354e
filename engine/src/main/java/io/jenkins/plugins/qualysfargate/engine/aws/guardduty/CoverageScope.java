package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import io.jenkins.plugins.qualysfargate.engine.aws.AwsClients;
import java.util.regex.Pattern;

/**
 * One account in one region.
 *
 * @param account twelve digits
 * @param clients of that account and region
 */
public record CoverageScope(String account, AwsClients clients) {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");

    /** @throws IllegalArgumentException if the account is none */
    public CoverageScope {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("'" + account + "' is no AWS account: 12 digits are expected");
        }
    }

    String region() {
        return clients.region();
    }

    /** What the row of this pair is known by. */
    String id() {
        return account + "/" + region();
    }
}
