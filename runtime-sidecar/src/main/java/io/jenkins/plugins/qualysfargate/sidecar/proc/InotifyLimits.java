package io.jenkins.plugins.qualysfargate.sidecar.proc;

import java.util.List;

/**
 * How much a user may watch: inotify(7).
 *
 * @param instances at once
 * @param watches at once, one per watched directory
 * @param queuedEvents before events are lost
 */
public record InotifyLimits(long instances, long watches, long queuedEvents) {

    /** @throws MalformedProcException if it is not one line with a number */
    static long parse(List<String> lines) throws MalformedProcException {
        String value = lines.size() == 1 ? lines.get(0).strip() : "";
        try {
            long limit = Long.parseLong(value);
            if (limit >= 0) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw new MalformedProcException(
                    "an inotify limit is '" + String.join("|", lines) + "'; one line with a number is expected");
        }
        throw new MalformedProcException("an inotify limit is " + value + "; a number from 0 on is expected");
    }
}
