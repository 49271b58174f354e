package io.jenkins.plugins.qualysfargate.engine.schedule;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;

/** Finds a time zone by its IANA name. */
final class Zones {
    private Zones() {}

    /**
     * @param text the whole schedule, for the message
     */
    static ZoneId named(String name, String text) throws UnreadableScheduleException {
        Set<String> known = ZoneId.getAvailableZoneIds();
        if (known.contains(name)) {
            return ZoneId.of(name);
        }
        if (name.equals("Z")) {
            return ZoneOffset.UTC;
        }
        String place = name.replace(' ', '_');
        String example = known.stream()
                .filter(id -> id.equalsIgnoreCase(place)
                        || id.regionMatches(true, id.lastIndexOf('/') + 1, place, 0, Math.max(1, place.length())))
                .sorted()
                .findFirst()
                .orElse("Europe/Paris");
        throw new UnreadableScheduleException(
                text,
                "there is no time zone \"%s\"".formatted(UnreadableScheduleException.shown(name)),
                "an IANA name, which knows its daylight-saving time",
                example);
    }
}
