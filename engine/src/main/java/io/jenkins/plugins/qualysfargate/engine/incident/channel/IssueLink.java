package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import io.jenkins.plugins.qualysfargate.engine.incident.channel.InOrder.Remembered;
import io.jenkins.plugins.qualysfargate.engine.json.RecordJson;
import java.util.Optional;

/** Where the issue of an incident is, for messages that have no room for the full list. */
@FunctionalInterface
public interface IssueLink {
    /** There is no issue. */
    IssueLink NONE = incident -> Optional.empty();

    /** Its address; empty if there is none, or not yet. */
    Optional<String> of(String incident);

    /** The one that another channel has opened; channels for issues should be delivered to first. */
    static IssueLink openedBy(String channel, ChannelMemory memory) {
        return incident -> memory.get(channel, incident)
                .map(each -> RecordJson.read(each, Remembered.class).externalId())
                .filter(each -> each.startsWith("http"));
    }
}
