package io.jenkins.plugins.qualysfargate.engine.push;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened while the queue was drained.
 *
 * @param messageId null where it is about no message
 * @param push null where it is about no image
 * @param detail a sentence: why, or what came of it
 * @param time of {@link Kind#RECEIVED}: from the push to the receipt; of {@link Kind#SCANNED}: of the scan; of
 *     {@link Kind#POSTPONED}: until it comes again; else null
 */
public record DrainEvent(
        Instant at,
        Kind kind,
        @Nullable String messageId,
        @Nullable Push push,
        String detail,
        @Nullable Duration time) {

    /** What happened. */
    public enum Kind {
        /** A push came out of the queue; counted as PushReceived, and its time is PushLag. */
        RECEIVED,
        /** A body that is no event went to the dead letters; counted as PushRejected. */
        REJECTED,
        /** A sound event with nothing to scan in it was deleted. */
        IGNORED,
        /** The image was scanned already; the message was deleted. */
        KNOWN,
        /** Somebody else has the image scanned from here on; the message was deleted. */
        HANDED_OVER,
        /** The image was scanned and the verdict is recorded; the message is deleted. */
        SCANNED,
        /** The message comes again later. */
        POSTPONED,
        /** Something that is needed does not work; nothing is lost by it. */
        TROUBLE
    }
}
