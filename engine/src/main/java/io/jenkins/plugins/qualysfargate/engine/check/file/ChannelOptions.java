package io.jenkins.plugins.qualysfargate.engine.check.file;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where and how a channel tells people. */
public sealed interface ChannelOptions {

    /**
     * PagerDuty, Events API v2.
     *
     * @param url {@code https://events.pagerduty.com}, or another region's
     */
    record PagerDuty(URI url) implements ChannelOptions {}

    /**
     * Issues on GitHub or GitHub Enterprise.
     *
     * @param url of the API: {@code https://api.github.com}, or {@code https://HOST/api/v3}
     * @param repository {@code owner/name}
     * @param assignees user names; empty for nobody
     */
    record GitHub(URI url, String repository, List<String> labels, List<String> assignees) implements ChannelOptions {
        public GitHub {
            labels = List.copyOf(labels);
            assignees = List.copyOf(assignees);
        }
    }

    /**
     * Issues in Jira.
     *
     * @param project its key
     * @param issueType its name
     */
    record Jira(URI url, String project, String issueType, List<String> labels) implements ChannelOptions {
        public Jira {
            labels = List.copyOf(labels);
        }
    }

    /**
     * An Amazon SNS topic.
     *
     * @param topic its ARN, which names its region
     */
    record Sns(String topic) implements ChannelOptions {}

    /**
     * Mail.
     *
     * @param server {@code smtp://HOST:PORT}, or {@code smtps://HOST:PORT} for TLS from the beginning
     * @param startTls true if the connection has to become an encrypted one before anything else is said
     */
    record Email(URI server, boolean startTls, String from, List<String> to) implements ChannelOptions {
        public Email {
            to = List.copyOf(to);
        }
    }

    /**
     * An address that is posted to.
     *
     * @param url null if the credentials hold the address, because it is a secret as a whole
     * @param slack true for what Slack and its like read, false for our own JSON
     */
    record Webhook(@Nullable URI url, boolean slack) implements ChannelOptions {}

    /**
     * An address that is asked for after each complete check, so that silence is noticed elsewhere; no tier can name it.
     *
     * @param url null if the credentials hold the address, because it is a secret as a whole
     */
    record Heartbeat(@Nullable URI url) implements ChannelOptions {}

    /** Maps all cases; a caller that forgets one does not compile. */
    default <T> T fold(Cases<? extends T> cases) {
        if (this instanceof PagerDuty it) {
            return cases.pagerDuty().apply(it);
        }
        if (this instanceof GitHub it) {
            return cases.gitHub().apply(it);
        }
        if (this instanceof Jira it) {
            return cases.jira().apply(it);
        }
        if (this instanceof Sns it) {
            return cases.sns().apply(it);
        }
        if (this instanceof Email it) {
            return cases.email().apply(it);
        }
        return this instanceof Webhook it
                ? cases.webhook().apply(it)
                : cases.heartbeat().apply((Heartbeat) this);
    }

    /** One answer for each type of channel. */
    record Cases<T>(
            Function<PagerDuty, T> pagerDuty,
            Function<GitHub, T> gitHub,
            Function<Jira, T> jira,
            Function<Sns, T> sns,
            Function<Email, T> email,
            Function<Webhook, T> webhook,
            Function<Heartbeat, T> heartbeat) {}
}
