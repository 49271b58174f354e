package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a definition runs, in the words of the server: Tenable.sc API, /scan, field schedule.
 *
 * @param type for example {@code ical}, {@code dependent}, {@code template}; empty if the server does not say
 * @param nextRun by the server; null if there is none
 * @param parentId of the definition that it depends on; null if it depends on none
 * @param enabled false if somebody switched it off
 */
public record TenableTimetable(
        String type,
        String start,
        String repeatRule,
        @Nullable Instant nextRun,
        @Nullable String parentId,
        boolean enabled) {}
