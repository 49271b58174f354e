package io.jenkins.plugins.qualysfargate.engine.push;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private registry of ECR; one that exists has an account and a region that can be part of a host name. */
public record EcrRegistry(String accountId, String region) {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,8}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}");
    private static final Pattern HOST =
            Pattern.compile("([0-9]{12})\\.dkr\\.ecr\\.([a-z0-9-]{1,32})\\.amazonaws\\.com(?:\\.cn)?");
    private static final String CHINA = "cn-";
    // Their hosts end otherwise, and are not known here.
    private static final Pattern CLOSED_PARTITION = Pattern.compile("(?:us|eu)-iso[a-z]?-.*");

    /** @throws IllegalArgumentException unless it is an account of twelve digits and a region of a public partition */
    public EcrRegistry {
        if (!ACCOUNT.matcher(accountId).matches()) {
            throw new IllegalArgumentException("the account is not 12 digits");
        }
        if (!REGION.matcher(region).matches() || CLOSED_PARTITION.matcher(region).matches()) {
            throw new IllegalArgumentException("the region is none of AWS' public regions, such as eu-central-1");
        }
    }

    /** @throws IllegalArgumentException if the host is none of a private registry of ECR */
    public static EcrRegistry ofHost(String host) {
        Matcher matcher = HOST.matcher(host);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "the registry is no private registry of ECR: ACCOUNT.dkr.ecr.REGION.amazonaws.com is expected");
        }
        return new EcrRegistry(matcher.group(1), matcher.group(2));
    }

    /** The name under which images are pulled from it. */
    public String host() {
        return accountId + ".dkr.ecr." + region + ".amazonaws.com" + (region.startsWith(CHINA) ? ".cn" : "");
    }
}
