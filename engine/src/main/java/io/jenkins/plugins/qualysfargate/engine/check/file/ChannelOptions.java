package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.channel.Ticket;
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
     * @param clientUrl where people find the incidents of this installation; null if nowhere
     */
    record PagerDuty(URI url, @Nullable URI clientUrl) implements ChannelOptions {}

    /**
     * Issues on GitHub or GitHub Enterprise.
     *
     * @param url of the API: {@code https://api.github.com}, or {@code https://HOST/api/v3}
     * @param repository {@code owner/name}
     * @param labels at least one; the first one tells our issues from all others
     */
    record GitHub(URI url, String repository, List<String> labels) implements ChannelOptions {
        public GitHub {
            labels = List.copyOf(labels);
        }
    }

    /**
     * Issues in Jira.
     *
     * @param project its key
     * @param issueType its name
     * @param resolve name of the transition when nothing fails any more
     * @param ticket what another team needs to know, if the project is another team's; null if it is our own
     */
    record Jira(
            URI url,
            String project,
            String issueType,
            String resolve,
            @Nullable Ticket ticket) implements ChannelOptions {}

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
     * @param ticket what another team needs to know, if this goes to another team; null if it goes to our own
     */
    record Email(
            URI server,
            boolean startTls,
            String from,
            List<String> to,
            @Nullable Ticket ticket) implements ChannelOptions {
        public Email {
            to = List.copyOf(to);
        }
    }

    /**
     * A chat whose incoming webhooks are those of Slack.
     *
     * @param url null if the credentials hold the address, because it is a secret as a whole
     */
    record Webhook(@Nullable URI url) implements ChannelOptions {}

    /**
     * An address that is called after each complete check, so that silence is noticed elsewhere; no tier can name it.
     *
     * @param url null if the credentials hold the address, because it is a secret as a whole
     * @param post true if it wants a POST, and no GET
     */
    record Heartbeat(@Nullable URI url, boolean post) implements ChannelOptions {}

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
