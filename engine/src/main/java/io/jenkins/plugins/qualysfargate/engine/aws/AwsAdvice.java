package io.jenkins.plugins.qualysfargate.engine.aws;

/** What a person should do about a problem. */
final class AwsAdvice {
    private AwsAdvice() {}

    static String on(AwsProblem problem, AwsCall call) {
        return switch (problem) {
            case DENIED ->
                "Allow " + call.action() + " on " + call.resource() + " in the policy of the role that calls.";
            case MISSING -> "Create " + call.resource() + ", or correct its name, the region or the account.";
            case CREDENTIALS ->
                "Check the AWS login that is used: run 'aws sts get-caller-identity' with it, and renew it.";
            case CLOCK -> "Set this machine's clock: AWS takes no request that is more than some minutes off.";
            case REGION -> "Name the region, for example with AWS_REGION.";
            case THROTTLED -> "Try again later, or raise the limit of the service for " + call.resource() + ".";
            case CONFLICT -> "Somebody else changed " + call.resource() + " at the same time: look at it again.";
            case INVALID -> "Check that " + call.resource() + " is what it should be: keys, name and type.";
            case SERVICE -> "Try again later; https://health.aws.amazon.com/health/status shows known failures.";
            case TIMEOUT, UNREACHABLE -> "Check the network path to the service: proxy, endpoint, security group, DNS.";
        };
    }
}
