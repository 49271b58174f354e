package io.jenkins.plugins.qualysfargate.engine.model;

/** One package that the scanner's inventory lists, whether or not anything is wrong with it. */
public record InstalledPackage(String name, String version) {}
