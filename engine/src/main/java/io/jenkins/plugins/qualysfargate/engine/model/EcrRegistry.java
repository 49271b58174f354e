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
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html and the service's endpoints, FIPS and
    // dual-stack ones included.
    private static final Pattern HOST = Pattern.compile(
            "([0-9]{12})\\.dkr[.-]ecr(?:-fips)?\\.([a-z]{2,3}(?:-[a-z]{2,9})+-[0-9])\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.aws)");

    /** Empty if the registry is none of ECR's. */
    public static Optional<EcrRegistry> of(String registry) {
        Matcher host = HOST.matcher(registry);
        return host.matches() ? Optional.of(new EcrRegistry(host.group(1), host.group(2))) : Optional.empty();
    }
}
