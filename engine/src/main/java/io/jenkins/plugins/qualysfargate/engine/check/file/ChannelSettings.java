package io.jenkins.plugins.qualysfargate.engine.check.file;

import org.jspecify.annotations.Nullable;

/**
 * One way to tell people.
 *
 * @param id as tiers name it
 * @param credentials name for {@link CredentialLookup}; null if it needs none, or uses what the machine has
 */
public record ChannelSettings(String id, @Nullable String credentials, ChannelOptions options) {}
