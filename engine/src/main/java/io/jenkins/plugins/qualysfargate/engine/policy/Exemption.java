package io.jenkins.plugins.qualysfargate.engine.policy;

import io.jenkins.plugins.qualysfargate.engine.model.Glob;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * An exception of a policy file: a finding or secret that somebody answers for until a date. In Java that word is taken.
 *
 * @param target what it excuses
 * @param image pattern of image names; null for every image
 * @param approver null where nobody was named
 * @param expires the last day, in UTC, on which it holds
 * @param created null where the policy does not say
 */
public record Exemption(
        String id,
        ExceptionTarget target,
        @Nullable Glob image,
        String owner,
        String reason,
        @Nullable String approver,
        LocalDate expires,
        @Nullable LocalDate created) {

    /** True after the end of its last day in UTC. */
    boolean isExpiredAt(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate().isAfter(expires);
    }

    /** True if it names no image or one that matches; an image without a name matches no pattern. */
    boolean coversImage(@Nullable String name) {
        return image == null || (name != null && image.matches(name));
    }
}
