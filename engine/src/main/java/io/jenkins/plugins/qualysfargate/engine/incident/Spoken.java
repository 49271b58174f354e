package io.jenkins.plugins.qualysfargate.engine.incident;

import java.util.List;

/**
 * What was said of an incident.
 *
 * @param sequence of the last message; 0 if there was none
 * @param round counts how often people who had acknowledged were told anew; pagers need another key for that
 * @param acknowledged true if pagers were told of an acknowledgement since the last page
 * @param channels all that were told anything, so that all hear of the end
 */
public record Spoken(long sequence, int round, boolean acknowledged, List<String> channels) {
    static final Spoken NOTHING = new Spoken(0, 1, false, List.of());

    public Spoken {
        channels = List.copyOf(channels);
    }
}
