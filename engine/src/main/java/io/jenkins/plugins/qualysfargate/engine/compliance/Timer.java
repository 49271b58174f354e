package io.jenkins.plugins.qualysfargate.engine.compliance;

import java.time.Instant;

/** When a track is to be looked at again. */
record Timer(Instant at, TrackKey key) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
        int byTime = at.compareTo(other.at);
        if (byTime != 0) {
            return byTime;
        }
        int byMonitor = key.monitorId().compareTo(other.key.monitorId());
        return byMonitor != 0 ? byMonitor : key.subjectId().compareTo(other.key.subjectId());
    }
}
