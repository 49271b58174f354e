package io.jenkins.plugins.qualysfargate.engine.check.file;

import io.jenkins.plugins.qualysfargate.engine.incident.Care;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One source of scans.
 *
 * @param id as monitors name it
 * @param kind one word for titles, for example {@code nessus}
 * @param url null where the type has no address of its own
 * @param credentials name for {@link CredentialLookup}; null to use what the machine has
 * @param pollEvery how often it is looked at
 * @param unreachableAfter people hear of it when it could not be looked at for this long
 * @param care who hears when it cannot be looked at, or one of its parts is broken
 */
public record SourceSettings(
        String id,
        String kind,
        @Nullable URI url,
        @Nullable String credentials,
        Duration pollEvery,
        Duration unreachableAfter,
        Care care,
        SourceOptions options) {}
