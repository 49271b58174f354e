package io.jenkins.plugins.qualysfargate.engine.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The private registry of one account in one region of Amazon ECR, as its host name tells.
 *
 * @param account twelve digits
 * @param region for example {@code eu-central-1}
 */
public record EcrRegistry(String account, String region) {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    // The hosts of the closed partitions (us-iso-… and the like) end otherwise, and are not known here.
    private static final String OPEN_REGION = "(?![a-z]{2}-iso)[a-z]{2,3}(?:-[a-z]{2,9})+-[0-9]";
    private static final Pattern REGION = Pattern.compile(OPEN_REGION);
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html and the service's endpoints, FIPS and
    // dual-stack ones included.
    private static final Pattern HOST = Pattern.compile(
            "([0-9]{12})\\.dkr[.-]ecr(?:-fips)?\\.(" + OPEN_REGION + ")\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.aws)");
    private static final String CHINA = "cn-";

    /** @throws IllegalArgumentException naming the part, and not quoting it, because it may be hostile */
    public EcrRegistry {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("the account is not 12 digits");
        }
        if (!REGION.matcher(region).matches()) {
            throw new IllegalArgumentException("the region is none of AWS' public regions, such as eu-central-1");
        }
    }

    /** Empty if the registry is none of ECR's. */
    public static Optional<EcrRegistry> of(String registry) {
        Matcher host = HOST.matcher(registry);
        return host.matches() ? Optional.of(new EcrRegistry(host.group(1), host.group(2))) : Optional.empty();
    }

    /** The name under which images are pulled from it. */
    public String host() {
        return account + ".dkr.ecr." + region + ".amazonaws.com" + (region.startsWith(CHINA) ? ".cn" : "");
    }
}
