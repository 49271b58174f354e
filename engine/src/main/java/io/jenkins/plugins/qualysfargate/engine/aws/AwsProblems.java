package io.jenkins.plugins.qualysfargate.engine.aws;

import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryUtils;

/** Sorts the failures of all services into one set of problems. */
final class AwsProblems {
    // The error codes of the services that are called here, from their API references.
    private static final Map<AwsProblem, Set<String>> CODES = Map.of(
            AwsProblem.DENIED,
            Set.of(
                    "AccessDenied",
                    "AccessDeniedException",
                    "AuthorizationError",
                    "AuthorizationErrorException",
                    "KMSAccessDenied",
                    "KMSAccessDeniedException",
                    "KmsAccessDenied",
                    "UnauthorizedOperation"),
            AwsProblem.MISSING,
            Set.of(
                    "NoSuchBucket",
                    "NoSuchKey",
                    "NotFound",
                    "NotFoundException",
                    "AWS.SimpleQueueService.NonExistentQueue",
                    "QueueDoesNotExist",
                    "RepositoryNotFoundException",
                    "ImageNotFoundException",
                    "ClusterNotFoundException",
                    "ResourceNotFoundException"),
            AwsProblem.CREDENTIALS,
            Set.of(
                    "ExpiredToken",
                    "ExpiredTokenException",
                    "IncompleteSignature",
                    "InvalidAccessKeyId",
                    "InvalidClientTokenId",
                    "InvalidSecurity",
                    "InvalidSignatureException",
                    "InvalidToken",
                    "MissingAuthenticationToken",
                    "MissingAuthenticationTokenException",
                    "SignatureDoesNotMatch",
                    "TokenRefreshRequired",
                    "UnrecognizedClientException"),
            AwsProblem.CLOCK,
            Set.of("RequestExpired", "RequestInTheFuture", "RequestTimeTooSkewed"),
            AwsProblem.CONFLICT,
            Set.of(
                    "ConditionalCheckFailedException",
                    "ConditionalRequestConflict",
                    "PreconditionFailed",
                    "TransactionCanceledException",
                    "TransactionConflictException"));

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FIRST_OF_SERVICE = 500;

    private AwsProblems() {}

    static AwsProblem of(SdkException failure) {
        if (failure instanceof AwsServiceException answer) {
            return ofAnswer(answer);
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return AwsProblem.TIMEOUT;
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("Unable to load region")) {
            return AwsProblem.REGION;
        }
        return message.contains("Unable to load credentials") || message.contains("Failed to load credentials")
                ? AwsProblem.CREDENTIALS
                : AwsProblem.UNREACHABLE;
    }

    private static AwsProblem ofAnswer(AwsServiceException answer) {
        // "Signature expired" comes with the code of a wrong signature, so the clock is looked at first.
        if (answer.isClockSkewException() || words(answer).contains("Signature expired")) {
            return AwsProblem.CLOCK;
        }
        if (answer.isThrottlingException() || RetryUtils.isThrottlingException(answer)) {
            return AwsProblem.THROTTLED;
        }
        String code = code(answer);
        for (Map.Entry<AwsProblem, Set<String>> each : CODES.entrySet()) {
            if (each.getValue().contains(code)) {
                return each.getKey();
            }
        }
        return ofStatus(answer.statusCode());
    }

    private static AwsProblem ofStatus(int status) {
        if (status >= FIRST_OF_SERVICE) {
            return AwsProblem.SERVICE;
        }
        return switch (status) {
            case FORBIDDEN -> AwsProblem.DENIED;
            case NOT_FOUND -> AwsProblem.MISSING;
            default -> AwsProblem.INVALID;
        };
    }

    /** The error code; empty if the answer has none. */
    static String code(AwsServiceException answer) {
        AwsErrorDetails details = answer.awsErrorDetails();
        return details == null || details.errorCode() == null ? "" : details.errorCode();
    }

    /** What the SDK says, without what it appends for itself. */
    static String words(SdkException failure) {
        if (failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            String message = answer.awsErrorDetails().errorMessage();
            String request = answer.requestId() == null ? "" : ", request " + answer.requestId();
            return code(answer) + (message == null ? "" : ", " + message) + " (status " + answer.statusCode() + request
                    + ").";
        }
        String message = String.valueOf(failure.getMessage()).strip();
        return message.endsWith(".") ? message : message + ".";
    }
}
