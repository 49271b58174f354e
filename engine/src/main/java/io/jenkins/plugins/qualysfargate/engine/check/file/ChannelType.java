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
            case PAGERDUTY, HEARTBEAT -> List.of("url");
            case GITHUB -> List.of("url", "repository", "labels", "assignees");
            case JIRA -> List.of("url", "project", "issue-type", "labels");
            case SNS -> List.of("topic");
            case EMAIL -> List.of("server", "starttls", "from", "to");
            case WEBHOOK -> List.of("url", "format");
        };
    }
}
