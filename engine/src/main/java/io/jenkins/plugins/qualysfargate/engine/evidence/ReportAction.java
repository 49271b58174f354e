package io.jenkins.plugins.qualysfargate.engine.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or the program, did.
 *
 * @param sequence of the journal entry
 * @param about the incident, pause, message, monitor or file
 * @param why in the words of who did it; empty if nobody said
 * @param until when it ends; null if it does not end by itself
 * @param detail what else there is to say, in a sentence
 */
public record ReportAction(
        long sequence,
        Instant at,
        String actor,
        String action,
        String about,
        String why,
        @Nullable Instant until,
        String detail) {}
