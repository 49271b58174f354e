package io.jenkins.plugins.qualysfargate.engine.incident.channel;

import java.util.Optional;

/** What channels must not forget, for example the number of the issue that one has opened; survives restarts. */
public interface ChannelMemory {

    /** What was put there last. */
    Optional<String> get(String channel, String incident);

    /** @param document JSON, below 2,000 characters; no secret in it */
    void put(String channel, String incident, String document);
}
