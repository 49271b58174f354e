package io.jenkins.plugins.qualysfargate.engine.aws;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A role that is assumed first, for example one in another account.
 *
 * @param externalId what the role's trust policy asks for; null if it asks for none
 * @param sessionName stands in the other account's CloudTrail
 */
public record AssumedRole(String arn, @Nullable String externalId, String sessionName) {
    /** Under which name the sessions of this project appear unless the user says otherwise. */
    public static final String DEFAULT_SESSION = "qualys-fargate";

    // https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    private static final Pattern ARN = Pattern.compile("arn:[a-z0-9-]+:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,576}");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:/-]{2,1224}");
    private static final Pattern SESSION = Pattern.compile("[\\w+=,.@-]{2,64}");

    /** @throws IllegalArgumentException naming the part that AWS would refuse */
    public AssumedRole {
        require(ARN, arn, "a role's ARN, arn:aws:iam::ACCOUNT:role/NAME");
        require(SESSION, sessionName, "a session name of 2 to 64 letters, digits and _+=,.@-");
        if (externalId != null) {
            require(EXTERNAL_ID, externalId, "an external id of 2 to 1224 letters, digits and _+=,.@:/-");
        }
    }

    private static void require(Pattern form, String value, String expected) {
        if (!form.matcher(value).matches()) {
            throw new IllegalArgumentException("'" + value + "' is not " + expected);
        }
    }
}
