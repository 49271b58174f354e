package io.jenkins.plugins.qualysfargate.engine.connection;

import io.jenkins.plugins.qualysfargate.engine.check.file.ChannelOptions;
import io.jenkins.plugins.qualysfargate.engine.check.file.ChannelSettings;
import io.jenkins.plugins.qualysfargate.engine.outbox.TakeOver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which channel carries what another one does not take: any that reaches people, in the order of the file. */
public final class StandIns {
    /** As long as a service is usually down, and less than anybody should not know of a failed scan. */
    private static final Duration AFTER = Duration.ofMinutes(30);

    private StandIns() {}

    public static TakeOver among(List<ChannelSettings> channels) {
        List<String> people = channels.stream()
                .filter(each -> !(each.options() instanceof ChannelOptions.Heartbeat))
                .map(ChannelSettings::id)
                .toList();
        Map<String, List<String>> next = new LinkedHashMap<>();
        for (String channel : people) {
            next.put(
                    channel,
                    people.stream().filter(each -> !each.equals(channel)).toList());
        }
        return new TakeOver(next, AFTER);
    }
}
