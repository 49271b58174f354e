package io.jenkins.plugins.qualysfargate.engine.aws;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One kind of call on one resource, as its failures name it.
 *
 * @param action the IAM action that permits it, for example {@code dynamodb:PutItem}
 * @param resource what it is called on, for example {@code table qualys-fargate-history}
 */
public record AwsCall(String action, String resource) {

    /**
     * Calls.
     *
     * @throws AwsException if the call fails in whatever way
     */
    public <T> T on(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw failed(failure);
        }
    }

    /** The failure in words, for callers that look at some failures themselves. */
    public AwsException failed(SdkException failure) {
        AwsProblem problem = AwsProblems.of(failure);
        return new AwsException(
                problem,
                "Could not call " + action + " on " + resource + ": " + AwsProblems.words(failure),
                AwsAdvice.on(problem, this),
                failure);
    }
}
