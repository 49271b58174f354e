package io.jenkins.plugins.qualysfargate.engine.aws.guardduty;

import java.util.regex.Pattern;

/** The kinds of coverage issues that the guide "Coverage for Amazon ECS clusters" of GuardDuty knows, and what it advises. */
public enum CoverageIssue {
    /** The agent's image cannot be pulled. */
    CANNOT_PULL(
            "CannotPullContainerError",
            "Allow the task execution role ecr:GetAuthorizationToken, ecr:BatchCheckLayerAvailability,"
                    + " ecr:GetDownloadUrlForLayer and ecr:BatchGetImage, then start the task again."),
    /** The agent ended. */
    AGENT_EXITED("Agent exited", "Look at the exit code and the reason in the text."),
    /** The network does not let the agent through. */
    VPC("VPC[_ ]ISSUE", "Solve the VPC issue that the text names."),
    /** The agent runs and is not heard of. */
    NOT_REPORTING(
            "Agent not reporting",
            "Check the VPC endpoint for GuardDuty, and that no service control policy of the organisation denies"
                    + " guardduty:SendSecurityTelemetry."),
    /** There is no agent, for a reason that GuardDuty does not know. */
    NOT_PROVISIONED(
            "Agent not provisioned|unidentified issue|^\\s*Others",
            "Ask in this order. Did the task start before Runtime Monitoring was switched on? Start it again. Did the"
                    + " deployment of its service? Update the service with a forced new deployment. Is the cluster tagged"
                    + " GuardDutyManaged = false? Then it is left out. Has the task no execution role? Give it one. Is the"
                    + " task ARN of the old format? That is not supported."),
    /** A text that is not in the guide. */
    UNKNOWN(
            "(?!)",
            "This text is not known here: look it up in AWS' guide on coverage for Amazon ECS clusters, or ask AWS"
                    + " support.");

    private final Pattern sign;
    private final String remedy;

    CoverageIssue(String sign, String remedy) {
        this.sign = Pattern.compile(sign, Pattern.CASE_INSENSITIVE);
        this.remedy = remedy;
    }

    /** The first kind whose sign the text holds, the most telling first; never nothing. */
    public static CoverageIssue of(String text) {
        for (CoverageIssue issue : values()) {
            if (issue.sign.matcher(text).find()) {
                return issue;
            }
        }
        return UNKNOWN;
    }

    /** What a person should do; nothing of it is done by this program. */
    public String remedy() {
        return remedy;
    }
}
