package io.jenkins.plugins.qualysfargate.engine.check.file;

import java.util.List;
import java.util.stream.Stream;

/** A type of channel, and the keys that it has. */
enum ChannelType {
    PAGERDUTY,
    GITHUB,
    JIRA,
    SNS,
    EMAIL,
    WEBHOOK,
    HEARTBEAT;

    /** All keys that such a channel may have. */
    List<String> keys() {
        return Stream.concat(Stream.of("id", "type", "credentials"), own().stream())
                .toList();
    }

    private List<String> own() {
        return switch (this) {
            case PAGERDUTY -> List.of("url", "client-url");
            case GITHUB -> List.of("url", "repository", "labels");
            case JIRA -> List.of("url", "project", "issue-type", "resolve", "ticket");
            case SNS -> List.of("topic");
            case EMAIL -> List.of("server", "starttls", "from", "to", "ticket");
            case WEBHOOK -> List.of("url");
            case HEARTBEAT -> List.of("url", "method");
        };
    }
}
