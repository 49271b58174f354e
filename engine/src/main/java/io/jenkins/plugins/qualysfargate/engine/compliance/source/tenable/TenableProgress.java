package io.jenkins.plugins.qualysfargate.engine.compliance.source.tenable;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come: Tenable.sc API, GET /scanResult/{id}, field progress. What a result counts as scanned outside of this
 * field holds dead hosts too.
 *
 * @param total addresses to look at
 * @param scanned addresses that were really scanned
 * @param scanning addresses that are being scanned
 * @param dead addresses at which nobody answered
 * @param checks done so far
 */
public record TenableProgress(
        @Nullable Long total,
        @Nullable Long scanned,
        @Nullable Long scanning,
        @Nullable Long dead,
        @Nullable Long checks) {

    /**
     * Grows whenever the run gets on, and never falls: an address that is being scanned becomes a scanned one or a dead one.
     * Null if the server counts nothing.
     */
    public @Nullable Long grown() {
        if (scanned == null && scanning == null && checks == null) {
            return null;
        }
        return Stream.of(scanned, scanning, dead, checks)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** True as soon as a scanner has taken up work. */
    public boolean begun() {
        return (scanned != null && scanned > 0) || (scanning != null && scanning > 0) || (checks != null && checks > 0);
    }
}
