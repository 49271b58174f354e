package io.jenkins.plugins.qualysfargate.engine.aws;

/** A call to AWS failed; the message names the resource and the IAM action, and says what to do. */
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final AwsProblem problem;
    private final String howToFix;

    AwsException(AwsProblem problem, String message, String howToFix, Throwable cause) {
        super(message, cause);
        this.problem = problem;
        this.howToFix = howToFix;
    }

    public AwsProblem problem() {
        return problem;
    }

    /** What a person should do next, in a sentence. */
    public String howToFix() {
        return howToFix;
    }

    /** What happened and what to do, for whoever shows one text only. */
    public String advice() {
        return getMessage() + " " + howToFix;
    }
}
