package io.jenkins.plugins.qualysfargate.engine.check.file;

import java.util.List;
import java.util.stream.Stream;

/** A type of channel, and the keys that it has. */
enum ChannelType {
    PAGERDUTY("url"),
    GITHUB("url", "repository", "labels", "assignees"),
    JIRA("url", "project", "issue-type", "labels"),
    SNS("topic"),
    EMAIL("server", "starttls", "from", "to"),
    WEBHOOK("url", "format"),
    HEARTBEAT("url");

    private final List<String> own;

    ChannelType(String... own) {
        this.own = List.of(own);
    }

    /** All keys that such a channel may have. */
    List<String> keys() {
        return Stream.concat(Stream.of("id", "type", "credentials"), own.stream()).toList();
    }
}
