package io.jenkins.plugins.qualysfargate.engine.aws.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as texts of one length that sort as time does and that {@link Instant#parse} reads; for years of four digits. */
public final class SortableTime {
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SortableTime() {}

    public static String of(Instant instant) {
        return FORM.format(instant);
    }
}
