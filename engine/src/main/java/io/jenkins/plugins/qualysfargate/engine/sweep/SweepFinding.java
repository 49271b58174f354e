package io.jenkins.plugins.qualysfargate.engine.sweep;

/** What a sweep says of one image. */
public record SweepFinding(CatalogueImage image, SweepState state, String reason) {}
