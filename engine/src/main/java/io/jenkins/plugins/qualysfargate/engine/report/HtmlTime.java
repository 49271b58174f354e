package io.jenkins.plugins.qualysfargate.engine.report;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Points in time on a page, in UTC, because the page travels. */
public final class HtmlTime {
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HtmlTime() {}

    /** The moment to the minute, and exactly for machines. */
    public static void write(HtmlOut html, Instant instant) throws IOException {
        html.markup("<time datetime=\"").text(instant.toString()).markup("\">");
        html.text(SHOWN.format(instant)).markup("</time>");
    }
}
